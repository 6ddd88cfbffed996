package plastron.export.nir.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.nir.node.NirNode;
import plastron.export.nir.node.NirSteps;

/** The nodes of NIR that have no equation of their own: what they make of what comes in. */
final class Stateless {

  /** Their types. */
  static final List<String> TYPES =
      List.of(
          "Linear",
          "Affine",
          "Scale",
          "Delay",
          "Flatten",
          "Conv1d",
          "Conv2d",
          "SumPool2d",
          "AvgPool2d",
          "Output",
          NirNode.IDENTITY);

  private Stateless() {}

  /** Whether what comes in goes out. */
  static boolean isIdentity(NirNode node) {
    return node.type().equals(NirNode.IDENTITY)
        || node.type().equals("Output")
        || node.type().equals("Flatten");
  }

  /** What a node gives. */
  static Flow of(NirNode node, Flow in, NirSteps steps) {
    return switch (node.type()) {
      case "Linear" -> weighted(node, in);
      case "Affine" -> biased(node, weighted(node, in), node.fields().numbers("bias"));
      case "Scale" -> scaled(in, values(node, "scale", in.size()));
      case "Delay" -> delayed(node, in, steps);
      case "Conv1d", "Conv2d" -> {
        Window window = Window.convolution(node, in.shape());
        yield biased(node, mapped(in, window.shape(), window.map()), window.bias(node));
      }
      case "SumPool2d", "AvgPool2d" -> {
        Window window = Window.pool(node, in.shape());
        yield mapped(in, window.shape(), window.map());
      }
      default -> in;
    };
  }

  private static Flow mapped(Flow in, List<Integer> shape, LinearMap map) {
    return new Flow(
        shape, Route.merged(in.routes().stream().map(r -> r.with(r.map().then(map))).toList()));
  }

  private static Flow weighted(NirNode node, Flow in) {
    Hdf5Fields fields = node.fields();
    List<Integer> shape = fields.shape("weight");
    if (shape.size() != 2) {
      throw new IllegalArgumentException(
          "%s has weights of shape %s, expected two sides.".formatted(node.subject(), shape));
    }
    int outputs = Flow.size(shape.subList(0, 1));
    if (shape.get(1) != in.size()) {
      throw new IllegalArgumentException(
          "%s has weights of shape %s, expected %d inputs."
              .formatted(node.subject(), shape, in.size()));
    }
    double[] weights = fields.numbers("weight");
    return mapped(in, List.of(outputs), LinearMap.dense(outputs, in.size(), weights));
  }

  /** A bias that is zero everywhere is none. */
  static Flow biased(NirNode node, Flow flow, double[] bias) {
    if (bias.length != flow.size()) {
      throw new IllegalArgumentException(
          "%s has %d biases, expected %d.".formatted(node.subject(), bias.length, flow.size()));
    }
    if (Arrays.stream(bias).allMatch(b -> b == 0)) {
      return flow;
    }
    List<Route> routes = new ArrayList<>(flow.routes());
    routes.add(new Route(Route.ONE, 0, List.of(), LinearMap.dense(bias.length, 1, bias)));
    return new Flow(flow.shape(), Route.merged(routes));
  }

  private static Flow scaled(Flow in, double[] scale) {
    return new Flow(
        in.shape(), in.routes().stream().map(r -> r.with(r.map().scaled(scale))).toList());
  }

  private static Flow delayed(NirNode node, Flow in, NirSteps steps) {
    double[] delays =
        Arrays.stream(values(node, "delay", in.size()))
            .map(seconds -> steps.steps(node.subject(), seconds))
            .toArray();
    return new Flow(
        in.shape(),
        Route.merged(
            in.routes().stream()
                .flatMap(r -> Route.split(r, delays, (part, d) -> part.later((int) d)))
                .toList()));
  }

  /** One number for every place; one in the file is meant for all. */
  static double[] values(NirNode node, String name, int size) {
    double[] values = node.fields().numbers(name);
    if (values.length == size) {
      return values;
    }
    if (values.length != 1) {
      throw new IllegalArgumentException(
          "%s has %d values of %s, expected 1 or %d."
              .formatted(node.subject(), values.length, name, size));
    }
    double[] all = new double[size];
    Arrays.fill(all, values[0]);
    return all;
  }
}
