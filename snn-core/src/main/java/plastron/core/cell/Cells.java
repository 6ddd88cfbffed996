package plastron.core.cell;

import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.state.StateVisitor;

/**
 * The state of consecutive neurons of a population, and how it takes a step. Owned by one thread.
 */
public interface Cells {

  /**
   * Takes one step of some neurons; tile by tile ({@link Lanes#TILE}) or all.
   *
   * @param step its number, from 1: it covers the time from {@code (step - 1) dt} to {@code step
   *     dt}
   * @param arriving what arrives in this step, by channel
   * @param from first of them, a multiple of {@link Lanes#TILE}
   * @param to behind the last
   * @param spiking overwritten with the neurons that spike, ascending; long enough for all
   * @return how many spike
   */
  int step(long step, Arriving[] arriving, int from, int to, int[] spiking);

  /**
   * Says which currents act on some neurons from the next step on, beside the constant ones of
   * their model; none until then.
   *
   * @param currentPa of each neuron, pA
   * @param from first of them, a multiple of {@link Lanes#TILE}
   * @param to behind the last
   * @throws UnsupportedOperationException of neurons that receive nothing
   */
  default void inject(double[] currentPa, int from, int to) {
    throw new UnsupportedOperationException("Neurons that receive nothing take no current.");
  }

  /** Membrane potential of a neuron at the end of the last step, mV. */
  double potentialMv(int neuron);

  /** Shows all that is not told by the parameters. */
  void state(StateVisitor visitor);

  /** Bytes of the state and the parameters. */
  long bytes();
}
