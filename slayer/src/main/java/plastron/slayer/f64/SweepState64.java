package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.SweepState;

/** Rows of numbers: what evolves, and what of the past a chunk has to know besides. */
final class SweepState64 implements SweepState {

  /** All that evolves in a sweep, in the order of {@link GraphSweep64}. */
  final double[][][] evolving;

  /**
   * Spikes that were under way in axons, 1 where there was one, {@code [population][step][neuron]},
   * the oldest first; as many steps as the longest of the population's axons.
   */
  final double[][][] underWay;

  /**
   * Filtered inputs of projections that nobody filters during a sweep, but whose weights have a
   * gradient by them where it is cut, {@code [projection][filter state][pre]}.
   */
  final double[][][] heard;

  private final List<double[]> rows = new ArrayList<>();

  /** Lengths of all rows. */
  final int[] shape;

  private long step;

  /** Takes over the arrays, which are at rest. */
  SweepState64(double[][][] evolving, double[][][] underWay, double[][][] heard) {
    this.evolving = evolving;
    this.underWay = underWay;
    this.heard = heard;
    for (double[][][] part : List.of(evolving, underWay, heard)) {
      for (double[][] matrix : part) {
        rows.addAll(Arrays.asList(matrix));
      }
    }
    shape = rows.stream().mapToInt(row -> row.length).toArray();
  }

  /**
   * @throws IllegalArgumentException if this is not of a shape
   */
  void requireShape(int[] wanted) {
    if (!Arrays.equals(shape, wanted)) {
      throw new IllegalArgumentException(
          "State (%d numbers) must be of the same model and options, with %d numbers."
              .formatted(size(), size(wanted)));
    }
  }

  private static int size(int[] shape) {
    return Arrays.stream(shape).sum() + 1;
  }

  @Override
  public long step() {
    return step;
  }

  /** Counts steps that were taken. */
  void advance(int steps) {
    step += steps;
  }

  @Override
  public void clear() {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
    step = 0;
  }

  @Override
  public void copy(SweepState other) {
    SweepState64 given = (SweepState64) other;
    given.requireShape(shape);
    for (int r = 0; r < shape.length; r++) {
      System.arraycopy(given.rows.get(r), 0, rows.get(r), 0, shape[r]);
    }
    step = given.step;
  }

  @Override
  public int size() {
    return size(shape);
  }

  @Override
  public void save(FlatVector into, int offset) {
    int at = offset;
    for (double[] row : rows) {
      into.set(at, row);
      at += row.length;
    }
    // In double precision, whichever this is.
    into.set(at, Long.valueOf(step).doubleValue());
  }

  @Override
  public void restore(FlatVector from, int offset) {
    if (from.size() - offset < size()) {
      throw new IllegalArgumentException(
          "State of sweep (%d numbers) must be %d.".formatted(from.size() - offset, size()));
    }
    int at = offset;
    for (double[] row : rows) {
      from.copy(at, row);
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "State of sweep (%s) must be finite.".formatted(value));
        }
      }
      at += row.length;
    }
    for (double[][] spikes : underWay) {
      for (double[] ofStep : spikes) {
        requireSpikes(ofStep);
      }
    }
    if (!(from.get(at) >= 0) || from.get(at) != Math.rint(from.get(at))) {
      throw new IllegalArgumentException(
          "Steps of a sweep's state (%s) must be a whole number of at least 0."
              .formatted(from.get(at)));
    }
    step = (long) from.get(at);
  }

  private static void requireSpikes(double[] row) {
    for (double value : row) {
      if (value != 0 && value != 1) {
        throw new IllegalArgumentException(
            "Spike under way in a sweep's state (%s) must be 0 or 1.".formatted(value));
      }
    }
  }
}
