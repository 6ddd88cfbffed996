package plastron.loihi.emulator;

import java.util.Arrays;
import java.util.List;

/** Layers of LIF neurons in a row, each with input synapses and possibly recurrent ones. */
public final class LayeredNetwork {

  /**
   * One layer.
   *
   * @param neurons the neurons, owned by the network from now on
   * @param input synapses from the layer before, or from the input
   * @param recurrent synapses from the layer to itself, possibly none
   */
  public record Layer(Lif neurons, Synapses input, List<Synapses> recurrent) {

    /** Copies the list. */
    public Layer {
      recurrent = List.copyOf(recurrent);
    }
  }

  private final List<Layer> layers;
  private final int[][] activations;

  /**
   * A network at rest.
   *
   * @param layers in order from the input; the synapses fit the sizes of the neighbours
   */
  public LayeredNetwork(List<Layer> layers) {
    this.layers = List.copyOf(layers);
    activations = new int[layers.size()][];
    for (int l = 0; l < activations.length; l++) {
      activations[l] = new int[layers.get(l).neurons().neurons()];
    }
  }

  /**
   * Runs one step of all layers; a spike takes one step from layer to layer.
   *
   * @param input spikes of the input in this step, not modified
   * @return the spikes of the last layer, valid until the next step
   */
  public SpikeList step(SpikeList input) {
    SpikeList before = input;
    for (int l = 0; l < activations.length; l++) {
      Layer layer = layers.get(l);
      int[] activation = activations[l];
      Arrays.fill(activation, 0);
      layer.input().deliver(activation);
      for (int r = 0; r < layer.recurrent().size(); r++) {
        layer.recurrent().get(r).deliver(activation);
      }
      SpikeList spikes = layer.neurons().step(activation);
      layer.input().receive(before);
      for (int r = 0; r < layer.recurrent().size(); r++) {
        layer.recurrent().get(r).receive(spikes);
      }
      before = spikes;
    }
    return before;
  }

  /** The layers, for reading their state. */
  public List<Layer> layers() {
    return layers;
  }
}
