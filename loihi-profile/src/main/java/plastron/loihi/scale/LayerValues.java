package plastron.loihi.scale;

import java.util.List;
import plastron.export.calibration.ValueRange;
import plastron.export.stage.CalibratedLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.legal.Channel;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.TermOrder;
import plastron.loihi.program.TraceScale;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.RateEstimator;

/** The real numbers of a layer that its scales are chosen from. */
record LayerValues(CalibratedLayer<LegalRule> layer) {

  LegalRule rule() {
    return layer.rule();
  }

  double referenceRate() {
    return layer.source().referenceRate();
  }

  int interval() {
    return layer.source().updateInterval();
  }

  LoihiArithmetic arithmetic() {
    return LoihiArithmetic.of(layer.source().options().settings());
  }

  /** Value up to which traces of spikes are used. */
  int largestTrace() {
    return TraceScale.largest(layer.source().options());
  }

  /** Factor per step of the model's rate traces. */
  double traceDecay() {
    return switch (layer.source().rates()) {
      case RateEstimator.ExponentialTrace(double decay) -> decay;
      case RateEstimator.Boxcar boxcar ->
          throw new IllegalStateException("Rates (%s) were validated.".formatted(boxcar));
    };
  }

  /** The only value of a parameter that is the same everywhere. */
  double constant(Symbol symbol) {
    return layer.source().parameter(symbol)[0][0];
  }

  /** The product of constants. */
  double constants(List<Symbol> symbols) {
    return symbols.stream().mapToDouble(this::constant).reduce(1, (a, b) -> a * b);
  }

  /** The fixed part of the effective weights, {@code [pre][post]}. */
  double[][] fixed() {
    return synapses(rule().fixed());
  }

  /** The factor of the trace in the effective weights, {@code [pre][post]}. */
  double[][] alpha() {
    return synapses(rule().alpha());
  }

  private double[][] synapses(Polynomial polynomial) {
    return layer.source().perSynapse(new TermOrder(layer.source().rule()).terms(polynomial));
  }

  private double at(Symbol parameter, int j, int i) {
    double[][] values = value(parameter);
    return switch (parameter.axis()) {
      case SYNAPSE -> values[j][i];
      case POST -> values[0][i];
      case PRE -> values[0][j];
      default -> values[0][0];
    };
  }

  /** Whether the rule moves any weight away from where it starts. */
  boolean changes() {
    return largest(alpha()) > 0
        && rule().terms().stream()
            .anyMatch(t -> !t.own() && t.coefficient() * constants(t.constants()) != 0);
  }

  /** The value of a parameter. */
  double[][] value(Symbol parameter) {
    return layer.source().parameter(parameter);
  }

  /**
   * The largest magnitude of a symbol to make room for; never less for activities than one spike
   * gives, and one for what was never anything but zero.
   */
  double room(Symbol symbol, double headroom) {
    ValueRange range = layer.ranges().symbol(symbol.name());
    return symbol.role() == Role.ACTIVITY
        ? Math.max(range.room(headroom), headroom * (1 - traceDecay()) / referenceRate())
        : roomOrOne(range, headroom);
  }

  /** Largest magnitude of a symbol in calibration. */
  double seen(Symbol symbol) {
    return layer.ranges().symbol(symbol.name()).maxAbsolute();
  }

  /** The largest magnitude of a written quantity to make room for, one if it was always zero. */
  double room(Channel channel, double headroom) {
    return channel.factors().size() == 1
        ? room(channel.factors().getFirst(), headroom)
        : roomOrOne(layer.ranges().product(channel.name()), headroom);
  }

  private static double roomOrOne(ValueRange range, double headroom) {
    return range.maxAbsolute() > 0 ? range.room(headroom) : headroom;
  }

  /**
   * What the delay variable holds for every synapse: the stored parameter, times alpha if {@code
   * withAlpha}.
   */
  double[][] stored(boolean withAlpha) {
    double[][] alpha = alpha();
    Symbol symbol = rule().stored().orElseThrow();
    double[][] stored = new double[alpha.length][];
    for (int j = 0; j < alpha.length; j++) {
      stored[j] = alpha[j].clone();
      for (int i = 0; i < stored[j].length; i++) {
        stored[j][i] = (withAlpha ? alpha[j][i] : 1) * at(symbol, j, i);
      }
    }
    return stored;
  }

  static double largest(double[][] values) {
    double largest = 0;
    for (double[] row : values) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
