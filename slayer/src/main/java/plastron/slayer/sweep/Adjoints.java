package plastron.slayer.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * The derivatives of a loss with respect to what an episode showed: every spike of a population, or
 * every potential of one that never spikes. Reused over episodes; owned by one thread.
 */
public final class Adjoints {

  private final List<OutputAdjoint> populations = new ArrayList<>();

  /**
   * @param sizes of all populations
   */
  public Adjoints(int[] sizes) {
    for (int size : sizes) {
      populations.add(new OutputAdjoint(size));
    }
  }

  /** Those of one population; what is added there flows back. */
  public OutputAdjoint of(int population) {
    return populations.get(population);
  }

  /** Sets everything to 0. */
  public void clear() {
    populations.forEach(OutputAdjoint::clear);
  }
}
