package plastron.slayer.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The derivative of the loss with respect to every spike of a population, or every potential of one
 * that never spikes. A row that many steps have in common is stored once: a loss of mean rates
 * takes one, however long the episode. Reused over episodes; owned by one thread.
 */
public final class OutputAdjoint {

  private final int neurons;
  private final List<Span> spans = new ArrayList<>();

  /** Sums of the steps that have entries of their own, the spans before those included. */
  private final Map<Integer, double[]> own = new HashMap<>();

  private final double[] zero;
  private final double[] sum;

  /** A row that was added to every step from {@code from} to before {@code to}. */
  private record Span(int from, int to, double[] row) {}

  /**
   * @param neurons size of the population, at least 1
   */
  public OutputAdjoint(int neurons) {
    this.neurons = neurons;
    zero = new double[neurons];
    sum = new double[neurons];
  }

  /** Sets everything to 0. */
  public void clear() {
    spans.clear();
    own.clear();
  }

  /** Whether everything is 0 because nothing was added. */
  public boolean isEmpty() {
    return spans.isEmpty() && own.isEmpty();
  }

  /** Number of neurons. */
  public int neurons() {
    return neurons;
  }

  /** One entry. */
  public double get(int step, int neuron) {
    return row(step)[neuron];
  }

  /**
   * Overwrites a row with the entries of a step.
   *
   * @param row one number per neuron
   */
  public void copy(int step, double[] row) {
    System.arraycopy(row(step), 0, row, 0, neurons);
  }

  /**
   * Overwrites a row with the entries of a step, rounded.
   *
   * @param row one number per neuron
   */
  public void copy(int step, float[] row) {
    double[] entries = row(step);
    for (int i = 0; i < neurons; i++) {
      row[i] = (float) entries[i];
    }
  }

  /** Adds to one entry. */
  public void add(int step, int neuron, double value) {
    own.computeIfAbsent(step, t -> row(t).clone())[neuron] += value;
  }

  /**
   * Adds the same row to many steps.
   *
   * @param from first step
   * @param to step after the last
   * @param row one number per neuron, copied
   */
  public void add(int from, int to, double[] row) {
    own.forEach(
        (t, entries) -> {
          if (t >= from && t < to) {
            add(entries, row);
          }
        });
    double[] sum = new double[neurons];
    add(sum, row);
    spans.add(new Span(from, to, sum));
  }

  /**
   * Adds what something adds to an adjoint, times a factor.
   *
   * @param something told a place for its derivatives, returns its value
   * @return the value times the factor
   */
  public double weighted(double factor, ToDoubleFunction<OutputAdjoint> something) {
    if (factor == 1) {
      return something.applyAsDouble(this);
    }
    OutputAdjoint alone = new OutputAdjoint(neurons);
    double value = something.applyAsDouble(alone);
    for (Span span : alone.spans) {
      add(span.from, span.to, scaled(factor, span.row));
    }
    // The rows of single steps hold their spans as well.
    alone.own.forEach(
        (t, entries) -> {
          double[] row = entries.clone();
          for (Span span : alone.spans) {
            for (int i = 0; t >= span.from && t < span.to && i < row.length; i++) {
              row[i] -= span.row[i];
            }
          }
          add(own.computeIfAbsent(t, s -> row(s).clone()), scaled(factor, row));
        });
    return factor * value;
  }

  private static double[] scaled(double factor, double[] row) {
    return Arrays.stream(row).map(v -> factor * v).toArray();
  }

  /** To be read at once, and not to be modified. */
  private double[] row(int step) {
    double[] entries = own.isEmpty() ? null : own.get(step);
    if (entries != null) {
      return entries;
    }
    double[] row = zero;
    int covered = 0;
    for (Span span : spans) {
      if (step >= span.from && step < span.to) {
        if (covered == 0) {
          row = span.row;
        } else {
          System.arraycopy(row, 0, sum, 0, neurons);
          add(sum, span.row);
          row = sum;
        }
        covered++;
      }
    }
    return row;
  }

  private static void add(double[] to, double[] row) {
    for (int i = 0; i < row.length; i++) {
      to[i] += row[i];
    }
  }
}
