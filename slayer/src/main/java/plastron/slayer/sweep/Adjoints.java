package plastron.slayer.sweep;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.module.RateModule;

/**
 * The derivatives of a loss with respect to what an episode showed: every spike of a population, or
 * every potential of one that never spikes, and everything that a module gave. Reused over
 * episodes; owned by one thread.
 */
public final class Adjoints {

  private final List<OutputAdjoint> populations = new ArrayList<>();
  private final List<OutputAdjoint> modules = new ArrayList<>();

  /**
   * Those of a network without modules.
   *
   * @param sizes of all populations
   */
  public Adjoints(int[] sizes) {
    for (int size : sizes) {
      populations.add(new OutputAdjoint(size));
    }
  }

  /** Those of a network. */
  public Adjoints(PlasticGraph graph) {
    for (int size : graph.sizes()) {
      populations.add(new OutputAdjoint(size));
    }
    for (RateModule module : graph.modules()) {
      modules.add(new OutputAdjoint(module.width()));
    }
  }

  /** Those of one population; what is added there flows back. */
  public OutputAdjoint of(int population) {
    return populations.get(population);
  }

  /** Those of what one module gave, by window; what is added there flows back. */
  public OutputAdjoint ofModule(int module) {
    if (module >= modules.size()) {
      throw new IllegalArgumentException(
          "Adjoints (of %d modules) must be of the network's own graph, which has module %d."
              .formatted(modules.size(), module));
    }
    return modules.get(module);
  }

  /** Sets everything to 0. */
  public void clear() {
    populations.forEach(OutputAdjoint::clear);
    modules.forEach(OutputAdjoint::clear);
  }
}
