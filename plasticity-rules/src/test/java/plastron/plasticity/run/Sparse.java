package plastron.plasticity.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.SynapseRows;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/** Random synapses, and arrays without the absent ones. */
final class Sparse {

  private Sparse() {}

  /** Every kind of connectivity. */
  static Connectivity draw(Random random, int pre, int post) {
    return switch (random.nextInt(6)) {
      case 0 -> new Connectivity.Rows(listed(random, pre, post));
      case 1 ->
          new Connectivity.Generated(
              new ConnectionRule.FixedProbability(random.nextDouble()), random.nextLong());
      case 2 ->
          new Connectivity.Generated(
              new ConnectionRule.FixedInDegree(random.nextInt(pre + 1)), random.nextLong());
      default -> new Connectivity.Dense();
    };
  }

  private static SynapseRows listed(Random random, int pre, int post) {
    int[][] rows = new int[pre][];
    Arrays.setAll(rows, j -> IntStream.range(0, post).filter(i -> random.nextBoolean()).toArray());
    return SynapseRows.of(rows, post);
  }

  /** The entries of synapses that exist, in rows. */
  static double[][] existing(double[][] all, Optional<SynapseRows> sparse) {
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

  /** Parameters of a rule without those of absent synapses. */
  static Map<String, double[][]> existing(
      PlasticityRule rule, Map<String, double[][]> parameters, Optional<SynapseRows> sparse) {
    Map<String, double[][]> rest = new LinkedHashMap<>(parameters);
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      if (symbol.axis() == Axis.SYNAPSE) {
        rest.computeIfPresent(symbol.name(), (name, all) -> existing(all, sparse));
      }
    }
    return rest;
  }
}
