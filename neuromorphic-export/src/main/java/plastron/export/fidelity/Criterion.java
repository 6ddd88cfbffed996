package plastron.export.fidelity;

import plastron.export.trace.TraceError;

/**
 * What a chip is judged by. A chip that computes nothing, or something else, passes none of the
 * groups accuracy, spikes and traces as a whole; which bounds hold healthy chips with how much
 * margin is measured in docs/fidelity.md.
 */
public enum Criterion {
  /** Percentage points of accuracy that the chip loses. */
  ACCURACY_LOSS(
      "points of accuracy lost",
      false,
      2,
      "what the chip is for; says nothing of a model that guesses, so that it cannot stand alone"),
  /** Larger over smaller number of spikes of a population, {@link SpikeAgreement#ratio}. */
  SPIKE_RATIO("ratio of spike counts", false, 1.25, "a layer that is silent or fires too much"),
  /** {@link SpikeAgreement#aboveChance} of a population. */
  COINCIDENCE(
      "coincidence above chance",
      true,
      0.5,
      "spikes at the right times; 0 is what the same spikes give when moved in time, 1 is all"),
  /** {@link SpikeAgreement#rateError} of a population. */
  RATE_ERROR(
      "error of the neurons' rates",
      false,
      0.2,
      "the right neurons; RMS over them, as a share of the RMS of their rates"),
  /** {@link TraceError#relativeRms} of a layer. */
  TRACE_RMS(
      "RMS of alpha.E / full scale", false, 0.05, "what learning makes of weights, largest as one"),
  /** {@link TraceError#relativeError} of a layer. */
  TRACE_ERROR(
      "RMS of alpha.E / its own RMS",
      false,
      0.6,
      "a layer that does not learn has 1, however small its weights are"),
  /** {@link TraceError#correlation} of a layer. */
  TRACE_CORRELATION("correlation of alpha.E", true, 0.8, "the right synapses and signs"),
  /** {@link DrivenError#ofStated} of a layer. */
  STATED_ERROR(
      "RMS of alpha.E with the same spikes / stated error",
      false,
      1,
      "the rule alone: nothing but rounding may differ where both sides see the same spikes");

  private final String title;
  private final boolean least;
  private final double standard;
  private final String reason;

  Criterion(String title, boolean least, double standard, String reason) {
    this.title = title;
    this.least = least;
    this.standard = standard;
    this.reason = reason;
  }

  /** What is measured, in a few words. */
  public String title() {
    return title;
  }

  /** Whether the bound is the least value that passes; if not, it is the most. */
  public boolean isLeast() {
    return least;
  }

  /** The bound that is kept unless the user says otherwise. */
  public double standard() {
    return standard;
  }

  /** Why it is judged. */
  public String reason() {
    return reason;
  }

  /** Whether a value passes; what is no number does not. */
  public boolean passes(double measured, double bound) {
    return least ? measured >= bound : measured <= bound;
  }
}
