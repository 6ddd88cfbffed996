package plastron.export.why;

import java.util.List;
import plastron.export.fidelity.Accuracy;
import plastron.export.fidelity.EpisodeComparison;
import plastron.export.trace.TraceError;

/**
 * How far two networks are apart on the same trials.
 *
 * @param accuracy of both
 * @param traceError root of the mean squared difference of {@code alpha.E} over its own root of the
 *     mean square, in the layer where it is largest
 * @param drivenError the same where the rules of both are given the same spikes
 * @param spikesApart share of spikes without a counterpart at most one step away, in the population
 *     where it is largest
 */
public record Difference(
    Accuracy accuracy, double traceError, double drivenError, double spikesApart) {

  static Difference of(EpisodeComparison all) {
    return new Difference(
        all.accuracy(),
        largest(all.traces()),
        largest(all.driven()),
        all.spikes().stream().mapToDouble(s -> 1 - s.coincidence()).max().orElse(0));
  }

  /** The same with the rule of one layer held against that of the other network alone. */
  static Difference of(EpisodeComparison all, int layer) {
    Difference whole = of(all);
    return new Difference(
        whole.accuracy,
        whole.traceError,
        all.driven().get(layer).relativeError(),
        whole.spikesApart);
  }

  private static double largest(List<TraceError> errors) {
    return errors.stream().mapToDouble(TraceError::relativeError).max().orElse(0);
  }

  /** Share of trials that the second loses, 0 if it wins some. */
  public double lost() {
    return Math.max(0, accuracy.lossPoints() / 100);
  }

  /**
   * One number for all: the share of trials lost, both trace errors up to 1 each, and the share of
   * spikes apart, added up; from 0 to 4.
   */
  public double cost() {
    return lost() + Math.min(1, traceError) + Math.min(1, drivenError) + spikesApart;
  }
}
