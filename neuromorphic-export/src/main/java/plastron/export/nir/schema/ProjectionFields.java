package plastron.export.nir.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.SynapseRows;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.message.ConstantName;
import plastron.export.nir.write.StartWeights;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;

/** A projection as a group of fields. */
final class ProjectionFields {

  private ProjectionFields() {}

  static Hdf5Group write(
      PlasticProjection projection, PlasticGraph graph, List<PlasticityRule> rules, String node) {
    Map<String, Hdf5Node> fields =
        SiteFields.write(projection, rules, StartWeights.parameter(projection).orElse(""));
    fields.put("node", Hdf5Array.Texts.of(node));
    fields.put("from", Hdf5Array.Texts.of(projection.from()));
    fields.put("delivery", Hdf5Array.Texts.of(projection.delivery().name()));
    fields.put("place", Hdf5Array.Texts.of(projection.place().name()));
    fields.put("latency", Hdf5Array.Integers.of(projection.latency()));
    switch (projection.kernel()) {
      case Kernel.Delta delta -> {}
      case Kernel.Exponential e -> fields.put("exponential", Hdf5Array.Reals.of(e.tauSteps()));
      case Kernel.Alpha a -> fields.put("alpha", Hdf5Array.Reals.of(a.tauSteps()));
      case Kernel.Finite f ->
          fields.put(
              "taps",
              Hdf5Array.Reals.of(IntStream.range(0, f.stateCount()).mapToDouble(f::at).toArray()));
    }
    switch (projection.connectivity()) {
      case Connectivity.Dense dense -> {}
      case Connectivity.Rows(SynapseRows rows) -> fields.putAll(synapses(rows));
      case Connectivity.Generated drawn -> {
        fields.put("seed", Hdf5Array.Integers.of(drawn.seed()));
        switch (drawn.rule()) {
          case ConnectionRule.FixedProbability rule ->
              fields.put("probability", Hdf5Array.Reals.of(rule.p()));
          case ConnectionRule.FixedInDegree rule ->
              fields.put("in_degree", Hdf5Array.Integers.of(rule.count()));
        }
      }
    }
    fields.putAll(derived(projection, graph));
    return Hdf5Group.of(fields);
  }

  /** What follows from all else, for readers that neither search graphs nor draw synapses. */
  private static Map<String, Hdf5Node> derived(PlasticProjection projection, PlasticGraph graph) {
    Map<String, Hdf5Node> fields = new TreeMap<>();
    graph.sparse(projection).ifPresent(rows -> fields.putAll(synapses(rows)));
    int delay = graph.delay(projection, graph.components());
    fields.put("delay", Hdf5Array.Integers.of(delay));
    return fields;
  }

  private static Map<String, Hdf5Node> synapses(SynapseRows rows) {
    long[] degrees = IntStream.range(0, rows.pre()).mapToLong(rows::degree).toArray();
    long[] targets = Arrays.stream(rows.targets()).asLongStream().toArray();
    return Map.of(
        "degrees", Hdf5Array.Integers.of(degrees),
        "targets", Hdf5Array.Integers.of(targets),
        "posts", Hdf5Array.Integers.of(rows.post()));
  }

  /**
   * Holds what follows from all else against what a file has.
   *
   * @throws IllegalArgumentException if the file has something else
   */
  static void check(List<Hdf5Fields> projections, PlasticGraph graph) {
    for (int k = 0; k < projections.size(); k++) {
      Hdf5Group expected = Hdf5Group.of(derived(graph.projections().get(k), graph));
      if (!expected.isSaidBy(projections.get(k).group())) {
        throw new IllegalArgumentException(
            "%s must have the delay and the synapses of its graph (delay, degrees, targets, posts)."
                .formatted(projections.get(k).subject()));
      }
    }
  }

  /**
   * Reads a projection.
   *
   * @param nodes of the graph, one of which has its weights
   */
  static PlasticProjection read(Hdf5Fields fields, PlasticityRule rule, Hdf5Fields nodes) {
    Connectivity connectivity = connectivity(fields);
    return new PlasticProjection(
        fields.text("name"),
        fields.text("from"),
        fields.text("to"),
        connectivity,
        kernel(fields),
        ConstantName.read(Delivery.class, fields.text("delivery")),
        ConstantName.read(DelayPlace.class, fields.text("place")),
        fields.integer("latency", 0, Integer.MAX_VALUE),
        rule,
        SiteFields.entries(fields, "sources"),
        SiteFields.parameters(fields, () -> weights(fields, connectivity, nodes)));
  }

  private static Kernel kernel(Hdf5Fields fields) {
    if (fields.has("exponential")) {
      return new Kernel.Exponential(fields.number("exponential"));
    }
    if (fields.has("alpha")) {
      return new Kernel.Alpha(fields.number("alpha"));
    }
    return fields.has("taps") ? new Kernel.Finite(fields.numbers("taps")) : new Kernel.Delta();
  }

  private static Connectivity connectivity(Hdf5Fields fields) {
    if (fields.has("degrees") && !fields.has("seed")) {
      int[] degrees = fields.integers("degrees");
      double[] targets = fields.numbers("targets");
      int[][] rows =
          Arrays.stream(SiteFields.cut(fields.subject(), targets, degrees))
              .map(row -> Arrays.stream(row).mapToInt(v -> (int) v).toArray())
              .toArray(int[][]::new);
      return new Connectivity.Rows(
          SynapseRows.of(rows, fields.integer("posts", 1, Integer.MAX_VALUE)));
    }
    if (fields.has("probability")) {
      return new Connectivity.Generated(
          new ConnectionRule.FixedProbability(fields.number("probability")), fields.whole("seed"));
    }
    return fields.has("in_degree")
        ? new Connectivity.Generated(
            new ConnectionRule.FixedInDegree(fields.integer("in_degree", 0, Integer.MAX_VALUE)),
            fields.whole("seed"))
        : new Connectivity.Dense();
  }

  /** The weights of a node, {@code [post][pre]}, as those of the synapses that there are. */
  private static double[][] weights(
      Hdf5Fields fields, Connectivity connectivity, Hdf5Fields nodes) {
    Hdf5Fields node = nodes.inner(fields.text("node"));
    List<Integer> shape = node.shape("weight");
    double[] weights = node.numbers("weight");
    if (shape.size() != 2 || shape.get(0) < 1 || shape.get(1) < 1) {
      throw new IllegalArgumentException(
          "%s has weights of shape %s, expected two sides.".formatted(node.subject(), shape));
    }
    int post = shape.get(0);
    int pre = shape.get(1);
    connectivity.check(pre, post);
    Optional<SynapseRows> sparse = connectivity.sparse(pre, post);
    double[][] rows = new double[pre][];
    for (int j = 0; j < pre; j++) {
      rows[j] = new double[sparse.isPresent() ? sparse.get().degree(j) : post];
      for (int k = 0; k < rows[j].length; k++) {
        int i = sparse.isPresent() ? sparse.get().targets()[sparse.get().begin(j) + k] : k;
        rows[j][k] = weights[i * pre + j];
      }
    }
    return rows;
  }
}
