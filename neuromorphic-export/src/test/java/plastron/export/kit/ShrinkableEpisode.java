package plastron.export.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.kit.Sides;

/** An episode that shrinks to fewer neurons and windows, then to simpler numbers. */
record ShrinkableEpisode(RuleEpisode value) implements Shrinkable<RuleEpisode> {

  /** What a number is replaced by, the simplest first. */
  private static final List<DoubleUnaryOperator> SIMPLER =
      List.of(v -> 0, v -> 1, v -> Math.rint(2 * v) / 2, v -> Math.rint(10 * v) / 10);

  @Override
  public Stream<Shrinkable<RuleEpisode>> shrink() {
    List<RuleEpisode> simpler = new ArrayList<>();
    List<Map<String, double[][]>> windows = value.windows();
    for (int part = windows.size() / 2; part > 0; part /= 2) {
      for (int from = 0; from + part <= windows.size(); from += part) {
        List<Map<String, double[][]>> fewer = new ArrayList<>(windows);
        fewer.subList(from, from + part).clear();
        simpler.add(with(value.start(), fewer));
      }
    }
    for (int n = 0; value.sides().pre() > 1 && n < value.sides().pre(); n++) {
      simpler.add(without(Dimension.PRE, n));
    }
    for (int n = 0; value.sides().post() > 1 && n < value.sides().post(); n++) {
      simpler.add(without(Dimension.POST, n));
    }
    for (DoubleUnaryOperator by : SIMPLER) {
      simplerNumbers(value.start(), by).forEach(start -> simpler.add(with(start, windows)));
      for (int w = 0; w < windows.size(); w++) {
        int index = w;
        simplerNumbers(windows.get(w), by)
            .forEach(
                window -> {
                  List<Map<String, double[][]>> changed = new ArrayList<>(windows);
                  changed.set(index, window);
                  simpler.add(with(value.start(), changed));
                });
      }
    }
    ShrinkingDistance here = distance();
    return simpler.stream()
        .filter(Bounded::isKept)
        .<Shrinkable<RuleEpisode>>map(ShrinkableEpisode::new)
        .filter(shrunk -> shrunk.distance().compareTo(here) < 0);
  }

  /** Numbers stay within the bounds of what they are. */
  private static final class Bounded {
    static boolean isKept(RuleEpisode episode) {
      return episode.start().entrySet().stream()
          .allMatch(
              e -> {
                Symbol symbol = episode.rule().symbol(e.getKey()).orElseThrow();
                return numbers(e.getValue()).allMatch(v -> symbol.bounds().clip(v) == v);
              });
    }
  }

  private RuleEpisode with(Map<String, double[][]> start, List<Map<String, double[][]>> windows) {
    return new RuleEpisode(value.rule(), value.sides(), start, windows);
  }

  private RuleEpisode without(Dimension side, int neuron) {
    Sides sides = value.sides();
    return new RuleEpisode(
        value.rule(),
        new Sides(
            sides.pre() - (side == Dimension.PRE ? 1 : 0),
            sides.post() - (side == Dimension.POST ? 1 : 0),
            sides.modulators(),
            sides.rows()),
        without(value.start(), side, neuron),
        value.windows().stream().map(window -> without(window, side, neuron)).toList());
  }

  private Map<String, double[][]> without(Map<String, double[][]> of, Dimension side, int neuron) {
    Map<String, double[][]> fewer = new LinkedHashMap<>();
    of.forEach(
        (name, array) -> {
          Symbol symbol = value.rule().symbol(name).orElseThrow();
          List<double[]> rows = new ArrayList<>();
          for (int j = 0; j < array.length; j++) {
            if (symbol.axis().from() != side || j != neuron) {
              rows.add(symbol.axis().to() == side ? without(array[j], neuron) : array[j]);
            }
          }
          fewer.put(name, rows.toArray(double[][]::new));
        });
    return fewer;
  }

  private static double[] without(double[] row, int index) {
    double[] rest = new double[row.length - 1];
    System.arraycopy(row, 0, rest, 0, index);
    System.arraycopy(row, index + 1, rest, index, rest.length - index);
    return rest;
  }

  /** All arrays, each array, and each number by itself. */
  private static List<Map<String, double[][]>> simplerNumbers(
      Map<String, double[][]> of, DoubleUnaryOperator by) {
    List<Map<String, double[][]>> simpler = new ArrayList<>();
    Map<String, double[][]> all = new TreeMap<>(of);
    all.replaceAll((name, array) -> changed(array, -1, by));
    simpler.add(all);
    of.forEach(
        (name, array) -> {
          int size = (int) numbers(array).count();
          for (int k = size > 1 ? -1 : 0; k < size; k++) {
            Map<String, double[][]> one = new TreeMap<>(of);
            one.put(name, changed(array, k, by));
            simpler.add(one);
          }
        });
    return simpler;
  }

  /** One number of an array changed, or all of them if it is -1. */
  private static double[][] changed(double[][] array, int which, DoubleUnaryOperator by) {
    double[][] copy = new double[array.length][];
    int k = 0;
    for (int j = 0; j < copy.length; j++) {
      copy[j] = array[j].clone();
      for (int i = 0; i < copy[j].length; i++, k++) {
        copy[j][i] = which == -1 || k == which ? by.applyAsDouble(copy[j][i]) + 0.0 : copy[j][i];
      }
    }
    return copy;
  }

  private static Stream<Double> numbers(double[][] array) {
    return Stream.of(array).flatMap(row -> java.util.Arrays.stream(row).boxed());
  }

  @Override
  public ShrinkingDistance distance() {
    long numbers = 0;
    long digits = 0;
    List<Map<String, double[][]>> all = new ArrayList<>(value.windows());
    all.add(value.start());
    for (Map<String, double[][]> values : all) {
      for (double[][] array : values.values()) {
        for (double[] row : array) {
          for (double number : row) {
            numbers++;
            digits += digits(number);
          }
        }
      }
    }
    return ShrinkingDistance.of(numbers, digits);
  }

  private static int digits(double number) {
    return number == 0 ? 0 : number == 1 ? 1 : Double.toString(number).length();
  }
}
