package plastron.loihi.scale;

import java.util.Arrays;
import java.util.List;
import plastron.export.calibration.ValueRange;
import plastron.export.stage.CalibratedLayer;
import plastron.loihi.legal.Channel;
import plastron.loihi.legal.LegalRule;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

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

  /** Factor per step of the trace that matches the update interval. */
  double traceDecay() {
    return (interval() - 1.0) / (interval() + 1.0);
  }

  /** The only value of a parameter that is the same everywhere. */
  double constant(Symbol symbol) {
    return layer.source().layer().parameter(symbol.name())[0][0];
  }

  /** The product of constants. */
  double constants(List<Symbol> symbols) {
    return symbols.stream().mapToDouble(this::constant).reduce(1, (a, b) -> a * b);
  }

  /** Alpha for every synapse, {@code [pre][post]}; one where the rule has none. */
  double[][] alpha() {
    int pres = layer.source().inputs();
    int posts = layer.source().layer().size();
    double[][] full = new double[pres][posts];
    for (double[] row : full) {
      Arrays.fill(row, 1);
    }
    if (rule().alpha().isPresent()) {
      Symbol alpha = rule().alpha().get();
      double[][] values = value(alpha);
      for (int j = 0; j < pres; j++) {
        for (int i = 0; i < posts; i++) {
          full[j][i] =
              switch (alpha.axis()) {
                case SYNAPSE -> values[j][i];
                case POST -> values[0][i];
                case PRE -> values[0][j];
                default -> values[0][0];
              };
        }
      }
    }
    return full;
  }

  /** The value of a parameter. */
  double[][] value(Symbol parameter) {
    return layer.source().layer().parameter(parameter.name());
  }

  /**
   * Largest magnitude of a symbol in calibration; never less for activities than one spike gives.
   */
  double largest(Symbol symbol) {
    double seen = layer.ranges().symbol(symbol.name()).maxAbsolute();
    return symbol.role() == Role.ACTIVITY
        ? Math.max(seen, (1 - traceDecay()) / referenceRate())
        : seen;
  }

  /** Largest magnitude of a written quantity in calibration. */
  double largest(Channel channel) {
    if (channel.factors().size() == 1) {
      return largest(channel.factors().getFirst());
    }
    ValueRange range = layer.ranges().product(channel.name());
    return range.maxAbsolute();
  }

  /**
   * What the delay variable holds for every synapse: the stored parameter, times alpha if {@code
   * withAlpha}.
   */
  double[][] stored(boolean withAlpha) {
    double[][] alpha = alpha();
    Symbol symbol = rule().stored().orElseThrow();
    double[][] values = value(symbol);
    double[][] stored = new double[alpha.length][];
    for (int j = 0; j < alpha.length; j++) {
      stored[j] = alpha[j].clone();
      for (int i = 0; i < stored[j].length; i++) {
        double factor = symbol.axis() == Axis.PRE ? values[0][j] : values[j][i];
        stored[j][i] = (withAlpha ? alpha[j][i] : 1) * factor;
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
