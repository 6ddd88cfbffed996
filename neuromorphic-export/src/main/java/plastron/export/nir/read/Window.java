package plastron.export.nir.read;

import java.util.Arrays;
import java.util.List;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.nir.node.NirNode;

/**
 * A window that goes over channels of pixels, as the map that it is: convolutions (which are
 * cross-correlations, as everywhere) and pools. Shapes are channels, rows, columns; of one side
 * less for {@code Conv1d}.
 *
 * @param shape of what goes out
 */
record Window(List<Integer> shape, LinearMap map) {

  /** Numbers of the two sides of an image. */
  private record Sides(int rows, int columns) {
    static Sides of(Hdf5Fields fields, String name, int low) {
      int[] given = fields.integers(name);
      if (given.length < 1
          || given.length > 2
          || Arrays.stream(given).anyMatch(v -> v < low || v > 1 << 20)) {
        throw new IllegalArgumentException(
            "%s, %s (%s) must be one or two integers of at least %d."
                .formatted(fields.subject(), name, Arrays.toString(given), low));
      }
      return new Sides(given[0], given[given.length - 1]);
    }
  }

  /** What all windows have: how a step along one side is turned into another. */
  private record Geometry(Sides image, Sides kernel, Sides stride, Sides padding, Sides dilation) {
    int rows() {
      return length(image.rows, kernel.rows, stride.rows, padding.rows, dilation.rows);
    }

    int columns() {
      return length(
          image.columns, kernel.columns, stride.columns, padding.columns, dilation.columns);
    }

    private static int length(int image, int kernel, int stride, int padding, int dilation) {
      long room = image + 2L * padding - (long) dilation * (kernel - 1) - 1;
      if (room < 0) {
        throw new IllegalArgumentException(
            "Window (%d wide, dilation %d) must fit an image of %d with a padding of %d."
                .formatted(kernel, dilation, image, padding));
      }
      return (int) (room / stride + 1);
    }
  }

  /** The map of a {@code Conv1d} or {@code Conv2d} without its bias. */
  static Window convolution(NirNode node, List<Integer> in) {
    Hdf5Fields fields = node.fields();
    boolean flat = node.type().equals("Conv1d");
    List<Integer> weights = fields.shape("weight");
    int sides = flat ? 2 : 3;
    if (weights.size() != sides + 1 || in.size() != sides) {
      throw new IllegalArgumentException(
          "%s has weights of shape %s for an input of shape %s, expected %d and %d sides."
              .formatted(node.subject(), weights, in, sides + 1, sides));
    }
    int groups = fields.integer("groups", 1, 1 << 20);
    int outputs = weights.get(0);
    if (weights.get(1) * (long) groups != in.get(0) || outputs % groups != 0 || outputs < 1) {
      throw new IllegalArgumentException(
          "%s has weights of shape %s in %d groups, expected those for %d channels."
              .formatted(node.subject(), weights, groups, in.get(0)));
    }
    Sides image = new Sides(flat ? 1 : in.get(1), in.get(sides - 1));
    Sides kernel = new Sides(flat ? 1 : weights.get(2), weights.get(sides));
    Sides stride = flat(Sides.of(fields, "stride", 1), flat, 1);
    Sides dilation = flat(Sides.of(fields, "dilation", 1), flat, 1);
    Sides padding = padding(fields, flat, kernel, stride, dilation);
    Geometry geometry = new Geometry(image, kernel, stride, padding, dilation);
    double[] values = fields.numbers("weight");
    int perGroup = weights.get(1);
    int area = Math.multiplyExact(kernel.rows, kernel.columns);
    LinearMap map =
        map(
            geometry,
            in.get(0),
            outputs,
            perGroup,
            o -> o / (outputs / groups) * perGroup,
            (o, c, k) -> values[(o * perGroup + c) * area + k]);
    return new Window(
        flat
            ? List.of(outputs, geometry.columns())
            : List.of(outputs, geometry.rows(), geometry.columns()),
        map);
  }

  private static Sides flat(Sides sides, boolean flat, int rows) {
    return flat ? new Sides(rows, sides.columns) : sides;
  }

  private static Sides padding(
      Hdf5Fields fields, boolean flat, Sides kernel, Sides stride, Sides dilation) {
    if (!(fields.array("padding") instanceof plastron.export.hdf5.Hdf5Array.Texts)) {
      return flat(Sides.of(fields, "padding", 0), flat, 0);
    }
    if (fields.choice("padding", List.of("valid", "same")).equals("valid")) {
      return new Sides(0, 0);
    }
    int rows = dilation.rows * (kernel.rows - 1);
    int columns = dilation.columns * (kernel.columns - 1);
    if (stride.rows != 1 || stride.columns != 1 || rows % 2 + columns % 2 != 0) {
      throw new IllegalArgumentException(
          "%s has padding (same), which is read for strides of 1 and windows of odd sides. Maybe write the padding as numbers."
              .formatted(fields.subject()));
    }
    return new Sides(rows / 2, columns / 2);
  }

  /** The map of a {@code SumPool2d} or {@code AvgPool2d}; padding counts as pixels of 0. */
  static Window pool(NirNode node, List<Integer> in) {
    Hdf5Fields fields = node.fields();
    if (in.size() != 3) {
      throw new IllegalArgumentException(
          "%s has an input of shape %s, expected three sides.".formatted(node.subject(), in));
    }
    Sides kernel = Sides.of(fields, "kernel_size", 1);
    Geometry geometry =
        new Geometry(
            new Sides(in.get(1), in.get(2)),
            kernel,
            Sides.of(fields, "stride", 1),
            Sides.of(fields, "padding", 0),
            new Sides(1, 1));
    double value = node.type().equals("AvgPool2d") ? 1.0 / kernel.rows / kernel.columns : 1;
    LinearMap map = map(geometry, in.get(0), in.get(0), 1, o -> o, (o, c, k) -> value);
    return new Window(List.of(in.get(0), geometry.rows(), geometry.columns()), map);
  }

  /** A bias for every value of what goes out. */
  double[] bias(NirNode node) {
    double[] given = node.fields().numbers("bias");
    int area = map.outputs() / shape.getFirst();
    if (given.length != shape.getFirst()) {
      throw new IllegalArgumentException(
          "%s has %d biases, expected %d."
              .formatted(node.subject(), given.length, shape.getFirst()));
    }
    double[] all = new double[map.outputs()];
    Arrays.setAll(all, i -> given[i / area]);
    return all;
  }

  /** A weight of an output channel, the k-th input channel of its group and a pixel. */
  private interface Weight {
    double of(int output, int channel, int pixel);
  }

  private static LinearMap map(
      Geometry g,
      int channels,
      int outputs,
      int perGroup,
      java.util.function.IntUnaryOperator firstChannel,
      Weight weight) {
    int area = Flow.size(List.of(g.rows(), g.columns()));
    int rows = Flow.size(List.of(outputs, area));
    int pixels = Flow.size(List.of(g.image.rows, g.image.columns));
    int inputs = Flow.size(List.of(channels, pixels));
    int columns = g.columns();
    LinearMap.requireRoom((long) area * g.kernel.rows * g.kernel.columns);
    int[][] seen = new int[area][];
    int[][] kernel = new int[area][];
    for (int p = 0; p < area; p++) {
      see(g, p / columns, p % columns, p, seen, kernel);
    }
    return LinearMap.gather(
        rows,
        inputs,
        row -> perGroup * seen[row % area].length,
        (row, k) -> {
          int[] at = seen[row % area];
          int channel = firstChannel.applyAsInt(row / area) + k / at.length;
          return channel * pixels + at[k % at.length];
        },
        (row, k) -> {
          int[] at = kernel[row % area];
          return weight.of(row / area, k / at.length, at[k % at.length]);
        });
  }

  /** The pixels of an image under a window, ascending, and those of the window over them. */
  private static void see(Geometry g, int row, int column, int p, int[][] seen, int[][] kernel) {
    int most = Math.multiplyExact(g.kernel.rows, g.kernel.columns);
    int[] pixels = new int[most];
    int[] under = new int[most];
    int count = 0;
    for (int a = 0; a < g.kernel.rows; a++) {
      int y = row * g.stride.rows - g.padding.rows + a * g.dilation.rows;
      for (int b = 0; b < g.kernel.columns; b++) {
        int x = column * g.stride.columns - g.padding.columns + b * g.dilation.columns;
        if (y >= 0 && y < g.image.rows && x >= 0 && x < g.image.columns) {
          pixels[count] = y * g.image.columns + x;
          under[count++] = a * g.kernel.columns + b;
        }
      }
    }
    seen[p] = Arrays.copyOf(pixels, count);
    kernel[p] = Arrays.copyOf(under, count);
  }
}
