package plastron.loihi.scale;

import java.util.Locale;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.coefficient.UnitChoice;
import plastron.loihi.scale.coefficient.Units;

/**
 * A parameter of a rule in the delay variables of its synapses. Its unit is free: it makes the
 * coefficient that reads it exact.
 *
 * @param unit what 1 of the delay variable stands for
 * @param array its values
 */
record StoredParameter(double unit, ScaledArray array) {

  /**
   * In the synapses that carry alpha.E: times alpha.
   *
   * @param series the products that read it
   * @param units of all other operands
   * @param target what 1 of the series' target stands for
   */
  static StoredParameter ofWeights(
      Series series, Units units, double target, LoihiChip chip, Report report) {
    return of(series, units, target, true, chip, report);
  }

  /** In the synapses that carry E: as it is; parameters as of {@link #ofWeights}. */
  static StoredParameter ofStates(
      Series series, Units units, double target, LoihiChip chip, Report report) {
    return of(series, units, target, false, chip, report);
  }

  private static StoredParameter of(
      Series series, Units units, double target, boolean withAlpha, LoihiChip chip, Report report) {
    LayerValues values = series.values();
    double[][] stored = values.stored(withAlpha);
    double smallest =
        Math.max(LayerValues.largest(stored), Double.MIN_NORMAL) / chip.largestDelayValue();
    double unit =
        series
            .reading(Variable.D)
            .flatMap(
                t ->
                    UnitChoice.multiplying(
                        series.wanted(t, units.with(Variable.D, 1), target),
                        smallest,
                        series.smallMantissa(t)))
            .orElse(smallest);
    report.lossy(
        "L-DELAY-USED",
        String.format(
            Locale.ROOT,
            "the delay variable (%d bits) holds %s%s in steps of %.3g, so these synapses have no"
                + " delays.",
            chip.delayBits(),
            withAlpha ? "alpha." : "",
            values.rule().stored().orElseThrow(),
            unit),
        "");
    return new StoredParameter(
        unit,
        new ScaledArray(
            withAlpha ? LoihiProgram.DELAY : LoihiProgram.ACCUMULATOR_DELAY,
            stored,
            new Scale(unit, -chip.largestDelayValue(), chip.largestDelayValue()),
            Rounding.NEAREST));
  }
}
