package plastron.tasks.measure;

import java.util.Map;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;

/**
 * What came out of one trial.
 *
 * @param verdicts of the judges
 * @param hiddenSpikes spikes of the hidden populations
 * @param hiddenNeuronSteps neurons of these populations times steps
 * @param activeShare share of these neurons that spiked
 * @param counters saturations, overflows and the like
 */
record TrialOutcome(
    double[] verdicts,
    long hiddenSpikes,
    long hiddenNeuronSteps,
    double activeShare,
    Map<String, Long> counters) {

  /**
   * @param hidden indices of the hidden populations
   */
  static TrialOutcome of(TakenTrial taken, int[] hidden) {
    Recording recording = taken.recording();
    long spikes = 0;
    long neuronSteps = 0;
    int neurons = 0;
    int active = 0;
    for (int p : hidden) {
      SpikeRaster raster = recording.spikes().get(p);
      spikes += raster.count(0, raster.steps());
      neuronSteps += (long) raster.steps() * raster.neurons();
      neurons += raster.neurons();
      active += active(raster);
    }
    double share = neurons == 0 ? 0 : (double) active / neurons;
    return new TrialOutcome(taken.verdicts(), spikes, neuronSteps, share, recording.counters());
  }

  private static int active(SpikeRaster raster) {
    int active = 0;
    for (int i = 0; i < raster.neurons(); i++) {
      active += raster.count(i, 0, raster.steps()) > 0 ? 1 : 0;
    }
    return active;
  }
}
