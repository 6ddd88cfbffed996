package plastron.loihi.scale.coefficient;

import java.util.List;
import plastron.loihi.program.Epoch;
import plastron.loihi.rule.MeanLoss;

/**
 * A way to choose the scales of a population's layers. Which is best depends on the rule and on how
 * the neurons fire; the compiler tries them all on the calibration examples.
 *
 * @param rightAt the share of the largest rate in calibration at which traces of epochs that lose
 *     the time of spikes are right; they show more than there is of smaller rates, less of larger
 * @param units what units are chosen for
 * @param reach the share of the range seen in calibration that signed third factors and second
 *     states of synapses keep: what is rarely large loses less where it saturates than where all
 *     else is held in a few steps. Weights keep all of it: one that saturates on other inputs than
 *     those of calibration would lose far more than finer steps gain.
 * @param madeUp the share of what products lose on average that a constant makes up for, see {@link
 *     MeanLoss}
 */
public record ScaleChoice(double rightAt, For units, double reach, double madeUp) {

  /** What units are chosen for. */
  public enum For {
    /** The coefficients that read them are exactly ones that the engine has. */
    COEFFICIENTS,
    /** They are as fine as ranges allow; coefficients take more products then. */
    RANGES
  }

  private static final List<Double> SHARES = List.of(0.0, 0.5, 0.75, 1.0);

  private static final List<Double> REACHES = List.of(1.0, 0.5, 0.25, 0.125);

  /** What is chosen where nothing is tried. */
  public static final ScaleChoice USUAL =
      new ScaleChoice(
          SHARES.getFirst(), For.COEFFICIENTS, REACHES.getFirst(), MeanLoss.SHARES.getFirst());

  /**
   * How many options there are for each choice: where traces are right, what units are chosen for,
   * how far third factors and second states reach, and what is made up for.
   *
   * @param reaches whether a rule has third factors or second states that may saturate
   * @param loses whether what rules of windows lose may be made up for
   */
  public static List<Integer> options(Epoch epoch, boolean reaches, boolean loses) {
    return List.of(
        epoch.isExact() ? 1 : SHARES.size(),
        For.values().length,
        reaches ? REACHES.size() : 1,
        loses ? MeanLoss.SHARES.size() : 1);
  }

  /**
   * The choices made.
   *
   * @param options one for each choice of {@link #options}, counted from 0; none for the usual ones
   */
  public static ScaleChoice of(List<Integer> options) {
    return options.isEmpty()
        ? USUAL
        : new ScaleChoice(
            SHARES.get(options.get(0)),
            For.values()[options.get(1)],
            REACHES.get(options.get(2)),
            MeanLoss.SHARES.get(options.get(3)));
  }

  /** Whether ranges count for more than coefficients. */
  public boolean finest() {
    return units == For.RANGES;
  }
}
