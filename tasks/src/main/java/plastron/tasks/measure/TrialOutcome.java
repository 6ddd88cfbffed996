package plastron.tasks.measure;

import java.util.List;
import java.util.Map;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;

/**
 * What came out of one trial.
 *
 * @param solved whether the output was right
 * @param hiddenSpikes spikes of all layers but the last
 * @param hiddenNeuronSteps neurons of these layers times steps
 * @param counters saturations, overflows and the like
 */
record TrialOutcome(
    boolean solved, long hiddenSpikes, long hiddenNeuronSteps, Map<String, Long> counters) {

  static TrialOutcome of(Recording recording, boolean solved) {
    List<SpikeRaster> hidden = recording.spikes().subList(1, recording.spikes().size() - 1);
    return new TrialOutcome(
        solved,
        hidden.stream().mapToLong(layer -> layer.count(0, layer.steps())).sum(),
        hidden.stream().mapToLong(layer -> (long) layer.steps() * layer.neurons()).sum(),
        recording.counters());
  }
}
