package plastron.spinnaker.run;

import java.util.List;
import plastron.export.image.ChipImage;
import plastron.export.operation.ChipCosts;
import plastron.export.operation.EnergyFigure;
import plastron.export.operation.LayerCosts;
import plastron.export.operation.PricedOperation;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.program.ImageReader;
import plastron.spinnaker.program.LoadedLayer;
import plastron.spinnaker.program.SpinnakerProgram;

/**
 * What an image costs on SpiNNaker. A connection is one synapse; at an interval's end the kernel
 * goes over all rows and forms a product for what E keeps, one for what it gains, one for alpha.E,
 * and one for each synapse that predicts. Neurons form those of the modulator's matrix and their
 * post factor.
 */
public final class SpinnakerCosts {

  private static final int PRODUCTS = 3;

  private static final String SOURCE =
      "Hoeppner et al. 2019 (arXiv 1903.08941), as KerasSpiking (model_energy.py) quotes it; the"
          + " paper was not at hand";

  private static final List<EnergyFigure> FIGURES =
      List.of(
          new EnergyFigure(PricedOperation.SYNAPTIC, 13.3e-9, 13.3e-9, SOURCE),
          new EnergyFigure(PricedOperation.NEURON_UPDATE, 26e-9, 26e-9, SOURCE));

  private SpinnakerCosts() {}

  /** Of an image. */
  public static ChipCosts of(ChipImage image) {
    return new ChipCosts(
        ImageReader.read(image).stream().map(SpinnakerCosts::layer).toList(), FIGURES);
  }

  private static LayerCosts layer(LoadedLayer layer) {
    LayerCosts fixed = LayerCosts.ofFixed(layer.name(), layer.from(), layer.weights());
    if (layer.learning().isEmpty()) {
      return fixed;
    }
    SpinnakerProgram.Plastic program = layer.learning().get().program();
    PlasticKernel kernel = program.kernel();
    int products = PRODUCTS + (kernel.prediction() == Prediction.NONE ? 0 : 1);
    // The synapse that learns is the one that is there.
    LayerCosts learning =
        new LayerCosts(layer.name(), layer.from(), new long[layer.inputs()], 0, 0, 0, 0, 0);
    return learning
        .withPlastic(layer.size(), 1, products)
        .withNeurons((long) layer.size() * (1 + program.modulators()));
  }
}
