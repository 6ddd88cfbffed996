package plastron.core.simulate;

import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.DopamineStdp;
import plastron.core.lanes.Lanes;
import plastron.core.rows.RowBuilder;

/** How long delays may be: what arrives is kept by step in one array for each block of neurons. */
public final class SimulationLimits {

  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final long MOST_STEPS = 1 << 28;

  private SimulationLimits() {}

  /**
   * Refuses delays that are too long.
   *
   * @param dtMs step, ms
   * @param threads at least 1
   * @throws IllegalArgumentException if the arrays of a block would be longer than Java has them
   */
  public static void require(Circuit circuit, double dtMs, int threads) {
    for (Connections c : circuit.connections()) {
      CircuitPopulation post = circuit.populations().get(circuit.indexOf(c.post()));
      int block = Math.min(RowBuilder.MOST, Math.ceilDiv(post.size(), threads));
      boolean isCounted =
          c.plasticity().isEmpty()
              && c.weights() instanceof Distribution.Constant
              && c.delaysMs() instanceof Distribution.Constant;
      long row = (long) Lanes.padded(block) * (isCounted ? 1 : post.model().channels());
      // Rings have as many steps as the next power of two.
      long most = Math.min(MOST_STEPS, Long.highestOneBit(LONGEST_ARRAY / row));
      require(c, "delay", c.delaysMs().greatest(), dtMs, most, block);
      if (c.plasticity().orElse(null) instanceof DopamineStdp dopamine) {
        require(c, "delay of dopamine", dopamine.delayMs(), dtMs, MOST_STEPS, block);
      }
    }
  }

  private static void require(
      Connections c, String what, double delayMs, double dtMs, long most, int block) {
    if (delayMs / dtMs > (double) most) {
      throw new IllegalArgumentException(
          "Connections %s have a %s of %s ms, %.0f steps, expected at most %d for the %d neurons of a block."
              .formatted(c.name(), what, delayMs, delayMs / dtMs, most, block));
    }
  }
}
