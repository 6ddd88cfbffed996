package plastron.core.simulate;

import java.util.List;
import plastron.core.rows.WeightVisitor;
import plastron.core.state.StateVisitor;

/** Runs a network, of which all synapses are there. Owned by one thread. */
public interface Engine {

  /**
   * Takes steps. A run in parts is the run.
   *
   * @param steps at least 0; at most 2,147,483,647 in all
   */
  void run(long steps);

  /** How many steps were taken so far. */
  long steps();

  /** The spikes of a population so far without those that were taken, which it then forgets. */
  SpikeTrains takeSpikes(String population);

  /** Records the potential of a neuron from now on. */
  PotentialProbe probe(String population, int neuron);

  /** Tells of the weights of connections that learn, in no particular order. */
  void weights(String connections, WeightVisitor visitor);

  /**
   * Shows all that has changed since the network was built, so that one that was built in the same
   * way can go on from here with the same bits. Spikes and potentials that were recorded are no
   * part of it.
   */
  void state(StateVisitor visitor);

  /** After how many steps the network began anew, at rest; empty if it never does. */
  default List<Long> starts() {
    return List.of();
  }

  /** How many synapses there are. */
  long synapses();

  /** Over how many synapses spikes have gone so far. */
  long deliveries();

  /** Bytes of all synapses. */
  long synapseBytes();

  /**
   * Refuses steps that cannot be counted.
   *
   * @param taken before
   */
  static void requireSteps(long steps, long taken) {
    if (steps < 0 || steps > Integer.MAX_VALUE - taken) {
      throw new IllegalArgumentException(
          "Number of steps (%d) must be from 0 to %d, after %d."
              .formatted(steps, Integer.MAX_VALUE - taken, taken));
    }
  }
}
