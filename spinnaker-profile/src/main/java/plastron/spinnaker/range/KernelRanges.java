package plastron.spinnaker.range;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plastron.export.calibration.LayerRanges;
import plastron.export.calibration.PopulationRanges;
import plastron.export.calibration.ValueRange;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.range.AccumulatorRange;
import plastron.export.range.Overflow;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.LayerNumbers;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.plasticity.TraceLoss;
import plastron.spinnaker.program.LoadedLayer;
import plastron.spinnaker.program.RateProgram;
import plastron.spinnaker.program.SpinnakerProgram;

/**
 * The intermediates of a layer's kernel, in the order in which it computes them: each from the ends
 * of those before it, held at 16 bits ({@link PostFactor}, {@link PreFactor} and {@link Prediction}
 * have the arithmetic).
 */
final class KernelRanges {

  private static final double RATE = Fract16.MAX;
  private static final double FULL = -Fract16.MIN;
  private static final double ONE = Fract16.COEFFICIENT_ONE;

  private final LayerRanges calibrated;
  private final ImageLayer units;
  private final LoadedLayer layer;
  private final SpinnakerProgram.Plastic program;
  private final PlasticKernel kernel;
  private final KernelShifts shifts;
  private final KernelCoefficients coefficients;
  private final LayerNumbers numbers;
  private final List<AccumulatorRange> ranges = new ArrayList<>();

  KernelRanges(ChipImage image, int index, LoadedLayer layer) {
    this.layer = layer;
    calibrated = image.calibration().layers().get(index);
    units = image.layers().get(index);
    program = layer.learning().orElseThrow().program();
    numbers = layer.learning().orElseThrow().numbers();
    kernel = program.kernel();
    shifts = program.shifts();
    coefficients = program.coefficients();
    rates(image);
  }

  List<AccumulatorRange> all() {
    double trace = Math.max(Math.abs((double) numbers.low()), Math.abs((double) numbers.high()));
    double post = postFactor();
    double shared = post;
    if (kernel.prediction() == Prediction.SUMMED) {
      double predicted = shifted(layer.inputs() * trace * RATE, shifts.prediction());
      add("prediction", predicted, "predictions");
      shared = apart() ? post : error(post + Math.min(predicted, FULL));
    } else if (kernel.prediction() == Prediction.PER_SYNAPSE && !apart()) {
      shared = error(post + shifted(trace * RATE, shifts.prediction()));
    }
    double pre = preFactor();
    double gain = shifted(Math.abs((double) coefficients.gain()) * pre, shifts.gain());
    trace(trace, keep() * trace + gain * shared + apartPrediction());
    add(
        "weight",
        (double) LargestWeights.of(layer).largest(),
        OptionalDouble.of(calibrated.weight().maxAbsolute() / units.real("weight_lsb")),
        "weights");
    return ranges;
  }

  private void rates(ChipImage image) {
    RateProgram rates = program.rates();
    double seen = 0;
    for (int p : new int[] {layer.from(), layer.to()}) {
      PopulationRanges population = image.calibration().populations().get(p);
      seen =
          Math.max(
              seen,
              rates.traced()
                  ? population.maxTraceRate() * rates.largestTrace() / (1 << Fract16.FRACTION_BITS)
                  : rates.countedRate(
                      Math.round(population.maxWindowRate() * image.updateInterval())));
    }
    double worst =
        rates.traced()
            ? rates.largestTrace() / (1 << Fract16.FRACTION_BITS) + 1
            : rates.countedRate(image.updateInterval());
    add("rate", worst, OptionalDouble.of(seen), "rates");
  }

  private double postFactor() {
    return switch (kernel.post()) {
      case RATE -> RATE;
      case MODULATED_RATE -> {
        double sum = 0;
        for (int j = 0; j < layer.size(); j++) {
          double of = 0;
          for (int[] row : numbers.modulatorWeights()) {
            of += Math.abs((double) row[j]) * RATE;
          }
          sum = Math.max(sum, of);
        }
        double modulator = shifted(sum, shifts.modulator());
        add("modulator", modulator, "modulators");
        yield factor(Math.min(modulator, FULL) * RATE);
      }
      case HOST_MODULATED_RATE -> {
        add("modulator", Double.POSITIVE_INFINITY, "modulators");
        yield factor(FULL * RATE);
      }
      case SLIDING_THRESHOLD -> factor(RATE * Math.max(RATE, Math.scalb(FULL, shifts.theta())));
    };
  }

  private double factor(double product) {
    double factor = shifted(product, shifts.postFactor());
    add("post factor", factor, "post_factors");
    return Math.min(factor, FULL);
  }

  private double error(double worst) {
    add("error", worst, "errors");
    return Math.min(worst, FULL);
  }

  private double preFactor() {
    if (kernel.pre() == PreFactor.RATE) {
      return RATE;
    }
    double psi = 0;
    for (int value : numbers.psi()) {
      psi = Math.max(psi, Math.abs((double) value));
    }
    double threshold = Math.scalb(FULL + psi, shifts.phi());
    double factor = shifted(RATE * (RATE + threshold), shifts.preFactor());
    add("pre factor", factor, "pre_factors");
    return Math.min(factor, FULL);
  }

  /** What E is multiplied by. */
  private double keep() {
    double keep =
        kernel.decay() == TraceLoss.POST_SQUARE
            ? ONE + shifted(Math.abs((double) coefficients.eta()) * RATE * RATE, shifts.loss())
            : Math.abs((double) coefficients.keep());
    return apart() && kernel.prediction() == Prediction.PER_SYNAPSE
        ? keep + shifted(Math.abs((double) coefficients.gain()) * RATE * RATE, shifts.own())
        : keep;
  }

  private double apartPrediction() {
    return apart() && kernel.prediction() == Prediction.SUMMED
        ? FULL * shifted(Math.abs((double) coefficients.gain()) * RATE, shifts.predicted())
        : 0;
  }

  /** Whether a prediction is multiplied by something else than the post factor. */
  private boolean apart() {
    return kernel.prediction() != Prediction.NONE && kernel.pre() != PreFactor.RATE;
  }

  private void trace(double bound, double sum) {
    double lower = Math.min(Math.abs((double) numbers.low()), Math.abs((double) numbers.high()));
    Optional<ValueRange> seen = Optional.ofNullable(calibrated.symbols().get("E"));
    ranges.add(
        new AccumulatorRange(
            layer.name(),
            "E",
            Fract16.FRACTION_BITS + 1,
            lower > 0 ? lower : bound,
            lower > 0 ? shifted(sum, 16) : Math.max(shifted(sum, 16), bound + 1),
            seen.isPresent()
                ? OptionalDouble.of(seen.get().maxAbsolute() / units.real("trace_lsb"))
                : OptionalDouble.empty(),
            Overflow.SATURATES,
            program.ownBounds() ? "trace_bounds" : "traces"));
  }

  /** Rounded to nearest. */
  private static double shifted(double value, int shift) {
    return Math.scalb(value, -shift) + 1;
  }

  private void add(String accumulator, double worst, String counter) {
    add(accumulator, worst, OptionalDouble.empty(), counter);
  }

  private void add(String accumulator, double worst, OptionalDouble seen, String counter) {
    ranges.add(
        new AccumulatorRange(
            layer.name(),
            accumulator,
            Fract16.FRACTION_BITS + 1,
            Fract16.MAX,
            worst,
            seen,
            Overflow.SATURATES,
            counter));
  }
}
