package plastron.slayer.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rule.PlasticityRule;

/** Models, and parts of models, that several tests are about. */
public final class SmallModels {

  private SmallModels() {}

  /**
   * One layer of integrate-and-fire neurons behind a delta kernel.
   *
   * @param rule of which {@code W} is the only parameter
   * @param w its value, {@code [pre][post]}
   * @param updateInterval steps per window
   */
  public static PlasticModel oneLayer(PlasticityRule rule, double[][] w, int updateInterval) {
    return PlasticModel.named("small")
        .source("input", w.length)
        .population("layer", w[0].length, new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0))
        .projection(
            "input",
            "layer",
            p -> {
              p.rule(rule).set("W", w).kernel(new Kernel.Delta()).delivery(Delivery.ARRIVAL);
              rule.symbols(Role.EXTERNAL).forEach(s -> p.source(s.name(), s.name()));
            })
        .updateEvery(updateInterval)
        .build();
  }

  /**
   * A value for every parameter of a rule, drawn entry by entry in order of declaration.
   *
   * @param count number of entries along a side
   * @param entry draws an entry of a symbol
   */
  public static Map<String, double[][]> parameters(
      PlasticityRule rule, ToIntFunction<Dimension> count, ToDoubleFunction<Symbol> entry) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      double[][] value =
          new double[count.applyAsInt(symbol.axis().from())][count.applyAsInt(symbol.axis().to())];
      for (double[] row : value) {
        Arrays.setAll(row, i -> entry.applyAsDouble(symbol));
      }
      parameters.put(symbol.name(), value);
    }
    return parameters;
  }
}
