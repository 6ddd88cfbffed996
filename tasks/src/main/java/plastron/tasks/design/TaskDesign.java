package plastron.tasks.design;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.Responder;
import plastron.slayer.objective.Task;

/**
 * A task whose settings are known: its trials, the network that is to solve it, and how well it
 * does. Making one is cheap: whether there is memory for the network is asked of {@link #graph}.
 * Immutable; any thread may use it.
 *
 * @param <T> type of the trials
 */
public interface TaskDesign<T extends Episode> {

  /** Where trials come from, and what training strives for in them. */
  Task<T> task();

  /** Steps of the longest trial. */
  int longestSteps();

  /** The network without its numbers, always the same. */
  PlasticGraph graph();

  /** What a network needs to be one for this task: by default what its own has. */
  default Terminals terminals() {
    return Terminals.of(graph());
  }

  /**
   * The same task with another network.
   *
   * @param other has all {@link #terminals()}; where its weights are drawn, the task may choose
   *     others to start from, as it does for its own
   */
  TaskDesign<T> on(TaskNetwork other);

  /**
   * The network at the start; the settings decide every number.
   *
   * @throws plastron.tasks.cli.BadInputException if settings do not go together
   */
  PlasticModel initial();

  /**
   * What an evaluation says of a trial, at least one; the first is what exports are held to. They
   * draw from the trial's generator in this order.
   */
  List<Judge<T>> judges();

  /** What the objective's first measure is for one who knows nothing of the input, if known. */
  default OptionalDouble chance() {
    return OptionalDouble.empty();
  }

  /**
   * Trials for pictures.
   *
   * @param random gives generators, each at the same place
   * @param networks gives the network to draw, at rest, for trials that depend on what it does
   */
  default List<Probe> probes(Supplier<RandomGenerator> random, Supplier<Responder> networks) {
    T trial = task().episodes().episode(random.get(), networks.get());
    return List.of(new Probe("1", "a fresh one", trial.input(), List.of()));
  }

  /** Neurons that pictures tell apart; those of other populations look all the same. */
  default List<NeuronGroup> groups() {
    return List.of();
  }
}
