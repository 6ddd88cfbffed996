package plastron.loihi.scale.coefficient;

import java.util.List;
import java.util.stream.Stream;
import plastron.loihi.program.Epoch;

/**
 * A way to choose the scales of a population's layers. Which is best depends on the rule and on how
 * the neurons fire; the compiler tries them all on the calibration examples.
 *
 * @param rightAt the share of the largest rate in calibration at which traces of epochs that lose
 *     the time of spikes are right; they show more than there is of smaller rates, less of larger
 * @param units what units are chosen for
 */
public record ScaleChoice(double rightAt, For units) {

  /** What units are chosen for. */
  public enum For {
    /** The coefficients that read them are exactly ones that the engine has. */
    COEFFICIENTS,
    /** They are as fine as ranges allow; coefficients take more products then. */
    RANGES
  }

  private static final List<Double> SHARES = List.of(0.0, 0.5, 0.75, 1.0);

  /** All ways that differ. */
  public static List<ScaleChoice> of(Epoch epoch) {
    List<Double> shares = epoch.isExact() ? SHARES.subList(0, 1) : SHARES;
    return shares.stream()
        .flatMap(share -> Stream.of(For.values()).map(units -> new ScaleChoice(share, units)))
        .toList();
  }

  /** Whether ranges count for more than coefficients. */
  public boolean finest() {
    return units == For.RANGES;
  }
}
