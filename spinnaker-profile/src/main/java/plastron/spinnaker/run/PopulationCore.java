package plastron.spinnaker.run;

import java.util.Collections;
import java.util.Map;
import plastron.spinnaker.emulator.LifPopulation;
import plastron.spinnaker.emulator.RingBuffers;
import plastron.spinnaker.program.LoadedLayer;

/**
 * The neurons of a population at work, with the ring buffers that all their synapses add to.
 * Results do not depend on how many cores they are cut into. Single owner.
 */
final class PopulationCore {

  private final String name;
  private final LifPopulation neurons;
  private final int[] excitatory;
  private final int[] inhibitory;

  /** Where rows are delivered. */
  final RingBuffers ring;

  /** Neurons that fired in the last step, the first {@link #count} entries. */
  final int[] spikes;

  int count;

  /**
   * At rest.
   *
   * @param layer any of those that lead to the population
   */
  PopulationCore(String name, LoadedLayer layer) {
    this.name = name;
    neurons =
        new LifPopulation(
            Collections.nCopies(layer.size(), layer.neuron()),
            layer.ringShift(),
            layer.ringShift());
    ring = new RingBuffers(layer.size(), 2, 1);
    excitatory = new int[layer.size()];
    inhibitory = new int[layer.size()];
    spikes = new int[layer.size()];
  }

  void reset() {
    neurons.reset();
    ring.clear();
    count = 0;
  }

  /** Neurons of one step. */
  void step(int t) {
    ring.take(t, RingBuffers.EXCITATORY, excitatory);
    ring.take(t, RingBuffers.INHIBITORY, inhibitory);
    neurons.receive(excitatory, inhibitory);
    count = neurons.update(spikes);
  }

  /** Adds everything counted so far. */
  void countInto(Map<String, Long> counters) {
    counters.put(name + ".ring", ring.saturations());
    counters.put(name + ".current_wraps", neurons.currentWraps());
    counters.put(name + ".drive_wraps", neurons.driveWraps());
    counters.put(name + ".voltage_wraps", neurons.voltageWraps());
  }
}
