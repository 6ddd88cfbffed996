package plastron.core.cell;

import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;

/**
 * Neurons that take a step in vectors where the vector API is there; a plain loop says what a step
 * is.
 */
interface VectorCells extends Cells {

  @Override
  default int step(long step, Arriving[] arriving, int from, int to, int[] spiking) {
    return Lanes.VECTORS
        ? vectorStep(step, arriving, from, to, spiking)
        : plainStep(step, arriving, from, to, spiking);
  }

  /** {@link #step}, neuron by neuron. */
  int plainStep(long step, Arriving[] arriving, int from, int to, int[] spiking);

  /** The same with the same bits, in vectors. Not to be called where there is no vector API. */
  int vectorStep(long step, Arriving[] arriving, int from, int to, int[] spiking);
}
