package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.core.network.Connectivity;
import plastron.core.network.SynapseRows;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.SpikeTiming;

/** Models in which every synapse is there, as the law of absent synapses says them. */
public final class InertSynapses {

  private static final Symbol EXISTS =
      new Symbol("exists", Axis.SYNAPSE, Role.PARAMETER, Bounds.NONE, "m");

  private InertSynapses() {}

  /**
   * The model with all synapses: those that it has not are of weight 0, and a further factor, 0 for
   * them and 1 for all others, freezes their traces.
   */
  public static PlasticModel of(PlasticModel model) {
    PlasticGraph graph = model.graph();
    return model.withProjections(
        graph.projections().stream()
            .map(p -> graph.sparse(p).map(synapses -> inert(p, synapses)).orElse(p))
            .toList());
  }

  private static PlasticProjection inert(PlasticProjection p, SynapseRows synapses) {
    Map<String, double[][]> parameters = new LinkedHashMap<>(p.parameters());
    for (Symbol symbol : p.rule().symbols(Role.PARAMETER)) {
      if (symbol.axis() == Axis.SYNAPSE) {
        parameters.computeIfPresent(symbol.name(), (name, rows) -> all(rows, synapses));
      }
    }
    double[][] ones = new double[synapses.pre()][];
    for (int j = 0; j < ones.length; j++) {
      ones[j] = new double[synapses.degree(j)];
      Arrays.fill(ones[j], 1);
    }
    parameters.put(EXISTS.name(), all(ones, synapses));
    return with(p, new Connectivity.Dense(), freezable(p.rule()), parameters);
  }

  /** A projection with other synapses. */
  public static PlasticProjection with(
      PlasticProjection p,
      Connectivity connectivity,
      PlasticityRule rule,
      Map<String, double[][]> parameters) {
    return new PlasticProjection(
        p.name(),
        p.from(),
        p.to(),
        connectivity,
        p.kernel(),
        p.delivery(),
        p.place(),
        p.latency(),
        rule,
        p.sources(),
        parameters);
  }

  private static PlasticityRule freezable(PlasticityRule rule) {
    return new PlasticityRule(
        rule.name(),
        rule.title(),
        rule.citation(),
        Stream.concat(rule.symbols().stream(), Stream.of(EXISTS)).toList(),
        rule.signals(),
        freezable(rule.updates()),
        rule.weight(),
        new SpikeTiming(
            rule.timing().traces(),
            freezable(rule.timing().onPre()),
            freezable(rule.timing().onPost())));
  }

  private static List<Definition> freezable(List<Definition> updates) {
    List<Definition> freezable = new ArrayList<>();
    for (Definition update : updates) {
      freezable.add(
          update.symbol().axis() == Axis.SYNAPSE
              ? new Definition(update.symbol(), Expr.product(Expr.ref(EXISTS), update.value()))
              : update);
    }
    return freezable;
  }

  private static double[][] all(double[][] rows, SynapseRows synapses) {
    double[][] all = new double[synapses.pre()][synapses.post()];
    for (int j = 0; j < rows.length; j++) {
      for (int k = 0; k < rows[j].length; k++) {
        all[j][synapses.targets()[synapses.begin(j) + k]] = rows[j][k];
      }
    }
    return all;
  }

  /** The entries of synapses that exist, in rows; everything if there are all. */
  public static double[][] existing(double[][] all, Optional<SynapseRows> sparse) {
    if (sparse.isEmpty()) {
      return all;
    }
    SynapseRows synapses = sparse.get();
    double[][] rows = new double[all.length][];
    for (int j = 0; j < all.length; j++) {
      int neuron = j;
      rows[j] =
          Arrays.stream(synapses.targets(), synapses.begin(j), synapses.begin(j + 1))
              .mapToDouble(i -> all[neuron][i])
              .toArray();
    }
    return rows;
  }

  /** The model with lists of all synapses in place of the word that there are all. */
  public static PlasticModel listed(PlasticModel model) {
    PlasticGraph graph = model.graph();
    List<PlasticProjection> projections = new ArrayList<>();
    for (PlasticProjection p : graph.projections()) {
      int post = graph.population(p.to()).size();
      int[][] rows = new int[graph.pre(p)][];
      Arrays.fill(rows, IntStream.range(0, post).toArray());
      Connectivity complete = new Connectivity.Rows(SynapseRows.of(rows, post));
      boolean dense = p.connectivity() instanceof Connectivity.Dense;
      projections.add(dense ? with(p, complete, p.rule(), p.parameters()) : p);
    }
    return model.withProjections(projections);
  }
}
