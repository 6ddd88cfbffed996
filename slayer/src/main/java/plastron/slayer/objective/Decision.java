package plastron.slayer.objective;

import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;

/**
 * A trial that asks for one of several answers, each an output neuron.
 *
 * @param input spikes and signals; not modified by anyone from here on
 * @param readout steps over which the output is averaged
 * @param label the right answer, index of an output neuron; any other number if none is right
 */
public record Decision(Input input, ReadoutSteps readout, int label) implements Episode {

  /** A trial of a single spike source without signals. */
  public Decision(SpikeRaster input, ReadoutSteps readout, int label) {
    this(Input.of(input), readout, label);
  }
}
