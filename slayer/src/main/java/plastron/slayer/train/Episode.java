package plastron.slayer.train;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.Readout;
import plastron.slayer.sweep.FlatVector;

/**
 * One trial of a task.
 *
 * @param input spikes of the input population; not modified by anyone from here on
 * @param readout steps over which the output is averaged
 * @param label the right answer, index of an output neuron
 * @param external external modulator for the update that ends each window; may be empty (0
 *     throughout)
 */
public record Episode(SpikeRaster input, Readout readout, int label, FlatVector external) {

  /** An episode without external modulator. */
  public Episode(SpikeRaster input, Readout readout, int label) {
    this(input, readout, label, new FlatVector(0));
  }
}
