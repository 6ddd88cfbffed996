package plastron.loihi.netx;

import java.util.List;
import plastron.loihi.emulator.LayeredNetwork;
import plastron.loihi.emulator.SpikeList;

/** Layers as netx and Lava run them: a spike takes a step from layer to layer. */
public final class NetxNetwork {

  private final LayeredNetwork network;
  private final SpikeList input;

  /**
   * At rest.
   *
   * @throws IllegalArgumentException if a layer holds numbers that no chip does
   */
  public NetxNetwork(List<NetxLayer> layers) {
    network = new LayeredNetwork(layers.stream().map(NetxLayer::layer).toList());
    input = new SpikeList(layers.getFirst().inputs());
  }

  /** Runs a step with spikes of these inputs, each at most once. */
  public void step(int[] spikes) {
    input.set(spikes);
    network.step(input);
  }

  /** The spikes of a layer in the last step, valid until the next. */
  public SpikeList spikes(int layer) {
    return network.layers().get(layer).neurons().spikes();
  }
}
