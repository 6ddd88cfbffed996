package plastron.core.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;

/**
 * The weights of one sign that synapses may have, so few that 16 bits number them: weights of a
 * list as they are, drawn ones on a grid of 4096 over their bounds, or over five standard
 * deviations.
 */
final class Levels {

  private static final int MOST = 1 << Character.SIZE;
  private static final int DRAWN = 4096;
  private static final double DEVIATIONS = 5;

  private final double[] values;
  private final double low;
  private final double high;
  private final boolean isGrid;

  private Levels(double[] values, double low, double high, boolean isGrid) {
    this.values = values;
    this.low = low;
    this.high = high;
    this.isGrid = isGrid;
  }

  /** All weights of connections, by sign, and where a list has too many, in several parts. */
  static List<Levels> of(Connections connections) {
    Distribution weights = connections.weights();
    List<Levels> all = new ArrayList<>();
    if (weights instanceof Distribution.Each each) {
      TreeSet<Double> distinct = new TreeSet<>();
      Pattern.Listed listed = (Pattern.Listed) connections.pattern();
      for (int k = 0; k < listed.size(); k++) {
        distinct.add(each.at(k) + 0.0);
      }
      list(distinct.headSet(0.0), all);
      list(distinct.tailSet(0.0), all);
    } else if (weights instanceof Distribution.Constant constant) {
      all.add(
          new Levels(new double[] {constant.value()}, constant.value(), constant.value(), false));
    } else {
      double least = weights.least();
      double greatest = weights.greatest();
      if (weights instanceof Distribution.Normal normal) {
        least = Math.max(least, normal.mean() - DEVIATIONS * normal.deviation());
        greatest = Math.min(greatest, normal.mean() + DEVIATIONS * normal.deviation());
      }
      if (least < 0) {
        all.add(grid(least, Math.min(greatest, 0)));
      }
      if (greatest >= 0) {
        all.add(grid(Math.max(least, 0), greatest));
      }
    }
    return all;
  }

  private static void list(Iterable<Double> distinct, List<Levels> all) {
    double[] values = new double[MOST];
    int count = 0;
    for (double value : distinct) {
      if (count == MOST) {
        all.add(new Levels(values.clone(), values[0], values[count - 1], false));
        count = 0;
      }
      values[count++] = value;
    }
    if (count > 0) {
      all.add(new Levels(Arrays.copyOf(values, count), values[0], values[count - 1], false));
    }
  }

  private static Levels grid(double low, double high) {
    double[] values = new double[DRAWN];
    for (int k = 0; k < DRAWN; k++) {
      values[k] = low + step(low, high) * k;
    }
    return new Levels(values, low, high, true);
  }

  private static double step(double low, double high) {
    return (high - low) / (DRAWN - 1);
  }

  /** Whether level k is {@code least + k step}. */
  boolean isGrid() {
    return isGrid;
  }

  /** The least level. */
  double least() {
    return low;
  }

  /** From one level of a grid to the next. */
  double step() {
    return step(low, high);
  }

  /** Whether all are at least 0. */
  boolean isExcitatory() {
    return high > 0 || low >= 0;
  }

  double[] values() {
    return values;
  }

  /** Whether a weight, as it is drawn, is of these. */
  boolean has(double weight) {
    return isGrid ? (weight >= 0) == isExcitatory() : weight >= low && weight <= high;
  }

  /** The number of a weight. */
  char code(double weight) {
    if (!isGrid) {
      return (char) Arrays.binarySearch(values, weight + 0.0);
    }
    double place = (Math.clamp(weight, low, high) - low) / (high - low);
    return (char) Math.round(place * (DRAWN - 1));
  }
}
