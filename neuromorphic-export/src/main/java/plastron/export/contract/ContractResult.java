package plastron.export.contract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import plastron.export.predict.StatedError;

/**
 * What a chip made of a model.
 *
 * @param chip its name
 * @param model name of what was tried
 * @param columns how a table describes it
 * @param refusals codes of all reasons, none if it was accepted
 * @param unstated whether the export says by name that it states no error
 * @param fullScale largest magnitude of the float model's {@code alpha.E} in calibration
 * @param stated error over full scale as the export states it
 * @param measured root mean square over full scale on fresh inputs, both sides driven by the same
 *     spikes
 * @param excuse why a violation may be by chance
 * @param violations what breaks the contract, one sentence each
 */
public record ContractResult(
    String chip,
    String model,
    List<String> columns,
    List<String> refusals,
    boolean unstated,
    double fullScale,
    double stated,
    double measured,
    Excuse excuse,
    List<String> violations) {

  /** What makes a violation one of few. */
  public enum Excuse {
    /** Nothing does. */
    NONE,
    /** With another seed of the chip's random numbers the statement is kept. */
    RANDOM,
    /**
     * A register was driven beyond its range by inputs that go beyond all of calibration: the chip
     * counted what it lost, as it does for every user.
     */
    COUNTED
  }

  public ContractResult {
    columns = List.copyOf(columns);
    refusals = List.copyOf(refusals);
    violations = List.copyOf(violations);
  }

  /** The same with what is known of chance in it. */
  ContractResult with(Excuse known) {
    return new ContractResult(
        chip, model, columns, refusals, unstated, fullScale, stated, measured, known, violations);
  }

  /** Whether the chip runs the model and states a small error. */
  public boolean accepted() {
    return refusals.isEmpty() && !unstated && stated <= StatedError.MOST_RELATIVE;
  }

  /** Whether the chip runs the model and the export says by name that its error is large. */
  public boolean large() {
    return refusals.isEmpty() && !unstated && stated > StatedError.MOST_RELATIVE;
  }

  /** How many times the measured error was stated; 1 if both are zero. */
  public double ratio() {
    return stated == measured ? 1 : stated / measured;
  }

  /** For a table: the measured and the stated error, or the codes of the refusals. */
  public String text() {
    if (!refusals.isEmpty()) {
      return refusals.stream().distinct().sorted().collect(Collectors.joining(" "));
    }
    return unstated
        ? "no error stated"
        : String.format(Locale.ROOT, "%.4f of %.4f", measured, stated);
  }
}
