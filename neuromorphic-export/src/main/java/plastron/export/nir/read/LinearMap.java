package plastron.export.nir.read;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A linear map that keeps only the entries that it names, those of value 0 among them. Immutable.
 */
final class LinearMap {

  /** Entries of all maps that are made may take this part of the heap. */
  private static final long MOST_ENTRIES =
      Runtime.getRuntime().maxMemory() / 16 / (Double.BYTES + Integer.BYTES);

  private final int inputs;

  /** For each output the inputs that it takes, ascending. */
  private final int[][] columns;

  private final double[][] values;

  private LinearMap(int inputs, int[][] columns, double[][] values) {
    this.inputs = inputs;
    this.columns = columns;
    this.values = values;
  }

  /** What comes in goes out. */
  static LinearMap identity(int size) {
    return gather(size, size, row -> 1, (row, k) -> row, (row, k) -> 1);
  }

  /** Gives an entry of a row. */
  interface Column {
    /** The input of the k-th entry of a row. */
    int of(int row, int k);
  }

  /** Gives an entry of a row. */
  interface Entry {
    /** The value of the k-th entry of a row. */
    double of(int row, int k);
  }

  /**
   * A map given entry by entry.
   *
   * @param entries of each row
   * @param column ascending along every row
   */
  static LinearMap gather(
      int outputs, int inputs, IntUnaryOperator entries, Column column, Entry entry) {
    long all = outputs;
    for (int row = 0; row < outputs && all <= MOST_ENTRIES; row++) {
      all += entries.applyAsInt(row);
    }
    requireRoom(all);
    int[][] columns = new int[outputs][];
    double[][] values = new double[outputs][];
    for (int r = 0; r < outputs; r++) {
      int row = r;
      columns[r] = new int[entries.applyAsInt(r)];
      values[r] = new double[columns[r].length];
      Arrays.setAll(columns[r], k -> column.of(row, k));
      Arrays.setAll(values[r], k -> entry.of(row, k));
    }
    return new LinearMap(inputs, columns, values);
  }

  /** Throws {@link IllegalArgumentException} if memory has no room for so many entries. */
  static void requireRoom(long entries) {
    if (entries > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          "Connections (more than %d) must fit into memory. Maybe give Java a larger heap."
              .formatted(MOST_ENTRIES));
    }
  }

  /** A map with all entries, given output by output. */
  static LinearMap dense(int outputs, int inputs, double[] weights) {
    return gather(
        outputs, inputs, row -> inputs, (row, k) -> k, (row, k) -> weights[row * inputs + k]);
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return columns.length;
  }

  int[] columns(int output) {
    return columns[output];
  }

  double[] values(int output) {
    return values[output];
  }

  boolean isEmpty() {
    return Arrays.stream(columns).allMatch(row -> row.length == 0);
  }

  boolean isIdentity() {
    return inputs == outputs()
        && IntStream.range(0, inputs)
            .allMatch(i -> columns[i].length == 1 && columns[i][0] == i && values[i][0] == 1);
  }

  /** Every output multiplied by a factor of its own. */
  LinearMap scaled(double[] factors) {
    double[][] scaled = new double[values.length][];
    Arrays.setAll(scaled, i -> Arrays.stream(values[i]).map(v -> v * factors[i]).toArray());
    return new LinearMap(inputs, columns, scaled);
  }

  /** Only some outputs; the others take nothing. */
  LinearMap rows(IntPredicate kept) {
    int[][] some = new int[columns.length][];
    double[][] their = new double[columns.length][];
    for (int i = 0; i < some.length; i++) {
      some[i] = kept.test(i) ? columns[i] : new int[0];
      their[i] = kept.test(i) ? values[i] : new double[0];
    }
    return new LinearMap(inputs, some, their);
  }

  /** The sum of two maps between the same spaces. */
  LinearMap plus(LinearMap other) {
    int[][] sumColumns = new int[columns.length][];
    double[][] sumValues = new double[columns.length][];
    double[] row = new double[inputs];
    boolean[] there = new boolean[inputs];
    for (int i = 0; i < columns.length; i++) {
      add(this, i, 1, row, there);
      add(other, i, 1, row, there);
      take(row, there, i, sumColumns, sumValues, columns[i], other.columns[i]);
    }
    return new LinearMap(inputs, sumColumns, sumValues);
  }

  /** First this map, then another. */
  LinearMap then(LinearMap outer) {
    if (isIdentity()) {
      return outer;
    }
    int[][] newColumns = new int[outer.outputs()][];
    double[][] newValues = new double[outer.outputs()][];
    double[] row = new double[inputs];
    boolean[] there = new boolean[inputs];
    long all = 0;
    for (int i = 0; i < newColumns.length; i++) {
      int[] through = outer.columns[i];
      int[][] touched = new int[through.length][];
      for (int k = 0; k < through.length; k++) {
        add(this, through[k], outer.values[i][k], row, there);
        touched[k] = columns[through[k]];
      }
      take(row, there, i, newColumns, newValues, touched);
      all += newColumns[i].length;
      requireRoom(all);
    }
    return new LinearMap(inputs, newColumns, newValues);
  }

  private static void add(LinearMap map, int from, double factor, double[] row, boolean[] there) {
    for (int k = 0; k < map.columns[from].length; k++) {
      row[map.columns[from][k]] += factor * map.values[from][k];
      there[map.columns[from][k]] = true;
    }
  }

  /** Moves a row out of the work space, which is empty afterwards. */
  private static void take(
      double[] row, boolean[] there, int i, int[][] columns, double[][] values, int[]... touched) {
    columns[i] =
        Arrays.stream(touched)
            .flatMapToInt(Arrays::stream)
            .filter(
                j -> {
                  boolean first = there[j];
                  there[j] = false;
                  return first;
                })
            .sorted()
            .toArray();
    values[i] = Arrays.stream(columns[i]).mapToDouble(j -> row[j]).toArray();
    for (int j : columns[i]) {
      row[j] = 0;
    }
  }
}
