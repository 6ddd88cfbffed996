package plastron.loihi.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.operation.ChipCosts;
import plastron.export.operation.EnergyFigure;
import plastron.export.operation.LayerCosts;
import plastron.export.operation.PricedOperation;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.ProcessorLoad;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Product;

/**
 * What an image costs on Loihi. A connection is static synapses, each in one group, and one or two
 * groups that learn; a spike takes a synaptic operation at each synapse of all groups. The learning
 * engine goes over a group that learns once an epoch; a product is one of the microcode's, those
 * with gate u form once every 2^k epochs, others once an epoch.
 */
public final class LoihiCosts {

  /**
   * Davies et al. 2018 (doi 10.1109/MM.2018.112130359) give energies from simulations before there
   * was silicon; the paper was not at hand, so that each figure names where it was read.
   */
  private static final List<EnergyFigure> LOIHI1 =
      List.of(
          new EnergyFigure(
              PricedOperation.SYNAPTIC,
              23.6e-12,
              35.5e-12,
              "lowest: Davies et al. 2018 (doi 10.1109/MM.2018.112130359), simulated before"
                  + " silicon, as KerasSpiking (model_energy.py) quotes it; highest: the Loihi"
                  + " model of SANA-FE (arch/loihi.yaml)"),
          new EnergyFigure(
              PricedOperation.NEURON_UPDATE,
              51.2e-12,
              81e-12,
              "lowest: an inactive neuron in the Loihi model of SANA-FE (arch/loihi.yaml); highest:"
                  + " Davies et al. 2018, as KerasSpiking (model_energy.py) quotes it"));

  private LoihiCosts() {}

  /**
   * Of an image.
   *
   * @param isLoihi1 whether its cores are those of the first chip, whose energies are published
   */
  public static ChipCosts of(ChipImage image, boolean isLoihi1) {
    return new ChipCosts(
        image.layers().stream().map(layer -> layer(layer, image)).toList(),
        isLoihi1 ? LOIHI1 : List.of());
  }

  private static LayerCosts layer(ImageLayer layer, ChipImage image) {
    LayerCosts costs = LayerCosts.ofFixed(layer.name(), layer.from(), together(layer));
    if (!ImageKeys.isPlastic(layer)) {
      return costs;
    }
    long epochs = image.updateInterval() / Math.max(1, layer.integer(ImageKeys.EPOCH));
    for (MicrocodeRule rule : PlasticLayerRun.rules(layer)) {
      costs = costs.withPlastic(layer.size(), epochs, products(rule, epochs));
    }
    List<String> statements = ImageKeys.statements(layer);
    return statements.isEmpty()
        ? costs
        : costs.withNeurons(
            ProcessorLoad.of(NeuronProgram.parse(statements), layer.to(), image.sizes())
                .products());
  }

  /** A weight other than 0 where any group has one. */
  private static int[][] together(ImageLayer layer) {
    List<int[][]> groups = StaticGroup.weights(layer);
    int[][] together = groups.getFirst();
    for (int[][] group : groups.subList(1, groups.size())) {
      int[][] before = together;
      together = new int[before.length][];
      for (int j = 0; j < before.length; j++) {
        int[] one = before[j];
        int[] other = group[j];
        together[j] = new int[one.length];
        Arrays.setAll(together[j], i -> one[i] | other[i]);
      }
    }
    return together;
  }

  private static long products(MicrocodeRule rule, long epochs) {
    long gated = epochs >> rule.decimateExponent().orElse(0);
    return Stream.of(rule.dw(), rule.dd(), rule.dt())
        .flatMap(Optional::stream)
        .flatMap(series -> series.products().stream())
        .mapToLong((Product product) -> product.gate() == Gate.U ? gated : epochs)
        .sum();
  }
}
