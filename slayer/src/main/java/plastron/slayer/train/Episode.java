package plastron.slayer.train;

import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.Readout;

/**
 * One trial of a task.
 *
 * @param input spikes and signals; not modified by anyone from here on
 * @param readout steps over which the output is averaged
 * @param label the right answer, index of an output neuron
 */
public record Episode(Input input, Readout readout, int label) {

  /** An episode of a single spike source without signals. */
  public Episode(SpikeRaster input, Readout readout, int label) {
    this(Input.of(input), readout, label);
  }
}
