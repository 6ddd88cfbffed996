package plastron.loihi.program;

/**
 * An update interval as the learning engine has it: {@code steps * 2^decimation} time steps.
 *
 * @param steps of a learning epoch, 1..63
 * @param decimation 0..9
 */
public record Epoch(int steps, int decimation) {

  /** Window lengths are powers of two, at most this one, times epochs. */
  private static final int LARGEST_DECIMATION = 9;

  /** The shortest epoch: of several spikes in one only the last is where it was. */
  public static Epoch of(int interval) {
    int decimation = Math.min(LARGEST_DECIMATION, Integer.numberOfTrailingZeros(interval));
    return new Epoch(interval >> decimation, decimation);
  }

  /** Whether traces have every spike where it was. */
  public boolean isExact() {
    return steps == 1;
  }

  /**
   * The share of a rate that a trace shows if all but the last spike of an epoch count as if they
   * had come before it (specification of Loihi 1's learning engine: only the last spike time is
   * kept).
   *
   * @param rate chance of a spike in a step, 0 to 1
   * @param decay factor per step of the trace
   */
  public double shown(double rate, double decay) {
    double whole = 0;
    double shown = 0;
    double early = Math.pow(decay, steps);
    for (int later = 0; later < steps; later++) {
      double last = Math.pow(1 - rate, later);
      double kept = Math.pow(decay, later);
      whole += kept;
      shown += last * kept + (1 - last) * early;
    }
    return whole == 0 ? 1 : shown / whole;
  }
}
