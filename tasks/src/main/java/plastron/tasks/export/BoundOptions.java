package plastron.tasks.export;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;
import plastron.export.fidelity.Criterion;
import plastron.export.fidelity.FidelityBounds;
import plastron.tasks.cli.BadInputException;

/** What a chip must keep to pass, on the command line. */
final class BoundOptions {

  @Option(
      names = "--max-loss",
      paramLabel = "POINTS",
      defaultValue = "2",
      description = "Most percentage points of accuracy that the chip may lose (${DEFAULT-VALUE}).")
  private double loss;

  @Option(
      names = "--max-spike-ratio",
      paramLabel = "RATIO",
      defaultValue = "1.25",
      description = "Most ratio of spike counts of a layer (${DEFAULT-VALUE}).")
  private double spikeRatio;

  @Option(
      names = "--min-coincidence",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description = "Least coincidence of spikes above chance (${DEFAULT-VALUE}).")
  private double coincidence;

  @Option(
      names = "--max-rate-error",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "Most error of the rates of a layer's neurons, as a share of them (${DEFAULT-VALUE}).")
  private double rateError;

  @Option(
      names = "--max-trace-error",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "Most RMS error of alpha.E, as a share of full scale (${DEFAULT-VALUE}).")
  private double traceError;

  @Option(
      names = "--max-trace-deviation",
      paramLabel = "SHARE",
      defaultValue = "0.6",
      description = "Most RMS error of alpha.E, as a share of its own RMS (${DEFAULT-VALUE}).")
  private double traceDeviation;

  @Option(
      names = "--min-trace-correlation",
      paramLabel = "R",
      defaultValue = "0.8",
      description = "Least correlation of alpha.E (${DEFAULT-VALUE}).")
  private double traceCorrelation;

  /** All bounds; throws {@link BadInputException} for one that makes no sense. */
  FidelityBounds bounds() {
    Map<Criterion, Double> all = new EnumMap<>(Criterion.class);
    all.put(Criterion.ACCURACY_LOSS, within("--max-loss", loss, 0, 100));
    all.put(Criterion.SPIKE_RATIO, within("--max-spike-ratio", spikeRatio, 1, Double.MAX_VALUE));
    all.put(Criterion.COINCIDENCE, within("--min-coincidence", coincidence, -1, 1));
    all.put(Criterion.RATE_ERROR, within("--max-rate-error", rateError, 0, Double.MAX_VALUE));
    all.put(Criterion.TRACE_RMS, within("--max-trace-error", traceError, 0, Double.MAX_VALUE));
    all.put(
        Criterion.TRACE_ERROR,
        within("--max-trace-deviation", traceDeviation, 0, Double.MAX_VALUE));
    all.put(
        Criterion.TRACE_CORRELATION, within("--min-trace-correlation", traceCorrelation, -1, 1));
    return new FidelityBounds(all);
  }

  private static double within(String option, double value, int least, double most) {
    if (!(value >= least && value <= most)) {
      throw new BadInputException(
          "Option %s (%s) must be a number from %d%s."
              .formatted(option, value, least, most == Double.MAX_VALUE ? "" : " to " + most));
    }
    return value;
  }
}
