package plastron.export.why.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.predict.ComputedMembrane;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedPathway;
import plastron.export.predict.ComputedRule;
import plastron.export.stage.ValidLayer;
import plastron.export.stage.ValidModel;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;
import plastron.plasticity.run.PlasticNetwork;

/**
 * What a chip would compute if it had real numbers: neurons and fixed weights of the model, and its
 * rules as the chip writes them, of whose registers only those ends are left that the model's own
 * rule has.
 */
public final class ExactNetwork {

  private ExactNetwork() {}

  /**
   * The network.
   *
   * @param model in the chip's form
   * @param compiled the image that the model compiles to, read back
   */
  public static ComputedNetwork of(ValidModel model, ComputedNetwork compiled) {
    List<Optional<ComputedMembrane>> membranes = new ArrayList<>();
    List<Population> populations = model.model().graph().populations();
    for (int p = 0; p < populations.size(); p++) {
      int population = p;
      membranes.add(
          model.layers().stream()
              .filter(layer -> layer.to() == population)
              .findFirst()
              .map(ExactNetwork::membrane));
    }
    Network network = PlasticNetwork.of(model.model());
    List<ComputedPathway> pathways = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      ValidLayer layer = model.layers().get(l);
      ComputedPathway as = compiled.pathways().get(l);
      float[][] weights = network.projections().get(l).weights();
      pathways.add(
          new ComputedPathway(
              as.name(),
              as.from(),
              as.to(),
              as.modulator(),
              Arrays.stream(weights).map(ExactNetwork::reals).toArray(double[][]::new),
              1,
              1,
              Math.max(1, layer.projection().latency()),
              as.rule().map(rule -> exact(rule, layer)),
              OwnBound.of(layer)));
    }
    return new ComputedNetwork(
        model.outline().updateInterval(),
        compiled.sizes(),
        membranes,
        pathways,
        compiled.signals());
  }

  private static double[] reals(float[] row) {
    double[] reals = new double[row.length];
    Arrays.setAll(reals, i -> row[i]);
    return reals;
  }

  private static ComputedMembrane membrane(ValidLayer layer) {
    Neuron.Lif neuron = layer.neuron();
    return new ComputedMembrane(
        layer.currentDecay(),
        neuron.decay().uniform(),
        1,
        neuron.theta().uniform(),
        neuron.bias().uniform(),
        neuron.refractorySteps(),
        Grid.EXACT,
        Grid.EXACT);
  }

  private static ComputedRule exact(ComputedRule rule, ValidLayer layer) {
    boolean bounded =
        layer.rule().rule().symbols(Role.STATE).stream()
            .map(symbol -> symbol.bounds())
            .anyMatch(bounds -> !bounds.equals(Bounds.NONE));
    return ExactRuleForm.of(rule, bounded);
  }
}
