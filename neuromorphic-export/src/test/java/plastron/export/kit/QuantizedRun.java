package plastron.export.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleInterpreter64;

/** One episode of a quantised rule and of the exact one, with what their distance cannot exceed. */
final class QuantizedRun {

  private final QuantizedRule quantized;
  private final RuleEpisode episode;
  private final RuleDerivation rule;
  private final RuleInterpreter64 interpreter;
  private final RuleFrame64 exact;
  private final RuleFrame64 held;
  private final ErrorBound bound;
  private long saturations;
  private double error;
  private double stated;

  QuantizedRun(QuantizedRule quantized, RuleEpisode episode) {
    this.quantized = quantized;
    this.episode = episode;
    rule = RuleDerivation.of(quantized.rule());
    interpreter = new RuleInterpreter64(rule);
    exact = new RuleFrame64(rule, episode.shape());
    held = new RuleFrame64(rule, episode.shape());
    bound = new ErrorBound(rule, held, new RuleFrame64(rule, episode.shape()));
  }

  QuantizedCourse course() {
    List<Map<String, long[][]>> integers = new ArrayList<>();
    List<Map<String, double[][]>> real = new ArrayList<>();
    give(episode.start());
    for (Map<String, double[][]> window : episode.windows()) {
      give(window);
      interpreter.update(exact);
      interpreter.update(held);
      bound.update();
      for (int u = 0; u < held.next.length; u++) {
        Symbol state = rule.updates().get(u).state();
        hold(state, held.next[u], bound.next(u));
        swap(exact, u);
        swap(held, u);
        bound.swap(u);
        compare(rule.index(state));
      }
      integers.add(integers());
      real.add(states());
    }
    return new QuantizedCourse(
        integers, real, saturations, error, saturations > 0 ? Double.POSITIVE_INFINITY : stated);
  }

  private void give(Map<String, double[][]> values) {
    values.forEach(
        (name, value) -> {
          Symbol symbol = quantized.rule().symbol(name).orElseThrow();
          int s = rule.index(symbol);
          for (int j = 0; j < value.length; j++) {
            exact.value[s][j] = value[j].clone();
            held.value[s][j] = value[j].clone();
            bound.value(s)[j] = new double[value[j].length];
          }
          hold(symbol, held.value[s], bound.value(s));
        });
  }

  /** Rounds values in place and adds what that changes to their bounds. */
  private void hold(Symbol symbol, double[][] values, double[][] bounds) {
    if (quantized.format(symbol.name()).isEmpty()) {
      return;
    }
    FixedFormat format = quantized.format(symbol.name()).get();
    Scale scale = format.scale();
    Rounding rounding = quantized.rounding();
    double most = rounding == Rounding.FLOOR ? format.lsb() : format.lsb() / 2;
    for (int j = 0; j < values.length; j++) {
      for (int i = 0; i < values[j].length; i++) {
        if (!Double.isFinite(values[j][i]) || !scale.holds(values[j][i], rounding)) {
          saturations++;
        }
        values[j][i] = scale.real(integer(scale, values[j][i]));
        bounds[j][i] += most;
      }
    }
  }

  /** What is no number is held as zero. */
  private long integer(Scale scale, double value) {
    return Double.isNaN(value) ? 0 : scale.integer(value, quantized.rounding());
  }

  private void swap(RuleFrame64 frame, int update) {
    int s = rule.index(rule.updates().get(update).state());
    double[][] old = frame.value[s];
    frame.value[s] = frame.next[update];
    frame.next[update] = old;
  }

  private void compare(int state) {
    for (int j = 0; j < exact.value[state].length; j++) {
      for (int i = 0; i < exact.value[state][j].length; i++) {
        error = Math.max(error, Math.abs(exact.value[state][j][i] - held.value[state][j][i]));
        stated = Math.max(stated, bound.value(state)[j][i]);
      }
    }
  }

  private Map<String, long[][]> integers() {
    Map<String, long[][]> integers = new LinkedHashMap<>();
    for (Symbol state : quantized.rule().symbols(Role.STATE)) {
      if (quantized.format(state.name()).isPresent()) {
        Scale scale = Objects.requireNonNull(quantized.formats().get(state.name())).scale();
        double[][] values = held.value[rule.index(state)];
        long[][] whole = new long[values.length][];
        for (int j = 0; j < whole.length; j++) {
          whole[j] = new long[values[j].length];
          for (int i = 0; i < whole[j].length; i++) {
            whole[j][i] = integer(scale, values[j][i]);
          }
        }
        integers.put(state.name(), whole);
      }
    }
    return integers;
  }

  private Map<String, double[][]> states() {
    Map<String, double[][]> states = new LinkedHashMap<>();
    for (Symbol state : quantized.rule().symbols(Role.STATE)) {
      double[][] values = exact.value[rule.index(state)];
      double[][] copy = new double[values.length][];
      for (int j = 0; j < copy.length; j++) {
        copy[j] = values[j].clone();
      }
      states.put(state.name(), copy);
    }
    return states;
  }
}
