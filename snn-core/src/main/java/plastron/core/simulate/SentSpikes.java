package plastron.core.simulate;

import java.util.Arrays;
import plastron.core.lanes.Lanes;
import plastron.core.rows.IncomingSynapses;

/** What the neurons of a block sent in the steps of an interval, by step and tile of neurons. */
final class SentSpikes {

  private final int tiles;
  private final int[] begin;
  private final int[] end;
  private int[] neurons = new int[16];
  private int size;

  SentSpikes(int interval, int neurons) {
    tiles = Math.ceilDiv(neurons, Lanes.TILE);
    begin = new int[interval * tiles];
    end = new int[interval * tiles];
  }

  /** Forgets all. */
  void clear() {
    size = 0;
  }

  /**
   * Takes in a step of a tile.
   *
   * @param place of the step in the interval
   * @param from number in the population of the first neuron of the block
   */
  void add(int place, int tile, int[] spiking, int count, int from) {
    if (size + count > neurons.length) {
      neurons = Arrays.copyOf(neurons, Math.max(size + count, 2 * neurons.length));
    }
    begin[place * tiles + tile] = size;
    for (int k = 0; k < count; k++) {
      neurons[size++] = from + spiking[k];
    }
    end[place * tiles + tile] = size;
  }

  /**
   * Delivers what was sent in a step.
   *
   * @param place of the step in the interval
   */
  void deliver(int place, long step, IncomingSynapses synapses) {
    for (int part = place * tiles; part < (place + 1) * tiles; part++) {
      if (end[part] > begin[part]) {
        synapses.deliver(step, neurons, begin[part], end[part]);
      }
    }
  }
}
