package plastron.plasticity.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import plastron.core.check.Require;
import plastron.core.network.SynapseRows;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.initialise.Initialiser;

/**
 * How large a parameter of a rule is where the rule acts.
 *
 * @param rows at least 1, 0 if a modulating population is missing
 * @param columns the same
 * @param sparse the synapses, where the parameter has a number for each and some are absent
 */
public record ParameterShape(int rows, int columns, Optional<SynapseRows> sparse) {

  public ParameterShape {
    Require.given("Synapses of a parameter's shape", sparse);
  }

  /**
   * The shape of a parameter.
   *
   * @param site in the graph
   * @param symbol a parameter of its rule
   */
  public static ParameterShape of(PlasticGraph graph, RuleSite site, Symbol symbol) {
    Require.given("Graph of a parameter", graph);
    Require.given("Site of a parameter", site);
    Require.given("Parameter", symbol);
    var modulators = graph.modulatorSizes(site);
    return new ParameterShape(
        graph.count(site, symbol, symbol.axis().from(), modulators),
        graph.count(site, symbol, symbol.axis().to(), modulators),
        symbol.axis() == Axis.SYNAPSE ? graph.sparse(site) : Optional.empty());
  }

  /** How many numbers one neuron sums over, of sparse synapses on average. */
  public double inputs() {
    return sparse.map(synapses -> synapses.size() / (double) columns).orElse((double) rows);
  }

  /**
   * Draws the parameter; that of sparse synapses as one row, in the order of the synapses, which is
   * then cut into the rows of the PRE neurons.
   *
   * @return see {@link RuleSite#parameters()}
   */
  public double[][] draw(Initialiser initialiser, RandomGenerator random) {
    Require.given("Initialiser", initialiser);
    Require.given("Random numbers", random);
    if (rows == 0 || columns == 0 || sparse.filter(s -> s.size() == 0).isPresent()) {
      return new double[rows][0];
    }
    if (sparse.isEmpty()) {
      return initialiser.draw(rows, columns, random);
    }
    SynapseRows synapses = sparse.get();
    double[][] drawn = initialiser.draw(1, synapses.size(), random);
    if (drawn.length != 1 || drawn[0].length != synapses.size() || rows == 1) {
      return drawn;
    }
    double[][] split = new double[rows][];
    Arrays.setAll(
        split, j -> Arrays.copyOfRange(drawn[0], synapses.begin(j), synapses.begin(j + 1)));
    return split;
  }
}
