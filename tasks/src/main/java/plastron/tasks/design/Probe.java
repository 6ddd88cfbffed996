package plastron.tasks.design;

import java.util.List;
import plastron.core.run.Input;

/**
 * A trial for a picture.
 *
 * @param name part of the picture's file name
 * @param caption what trial it is, in a few words
 * @param input what the network is given
 * @param targets courses that potentials are to follow, if any
 */
public record Probe(String name, String caption, Input input, List<Target> targets) {

  public Probe {
    targets = List.copyOf(targets);
  }

  /**
   * A course that the potentials of a population are to follow.
   *
   * @param population its name
   * @param course {@code [step][neuron]}; not copied: treat as read-only
   */
  public record Target(String population, double[][] course) {}
}
