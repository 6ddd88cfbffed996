package plastron.slayer.objective;

import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;

/**
 * A trial that asks potentials to follow a course.
 *
 * @param input spikes and signals; not modified by anyone from here on
 * @param window steps that count
 * @param target {@code [step][neuron]} over the whole trial; not copied: treat as read-only
 */
public record Course(Input input, ReadoutSteps window, double[][] target) implements Episode {

  /** A trial of a single spike source without signals. */
  public Course(SpikeRaster input, ReadoutSteps window, double[][] target) {
    this(Input.of(input), window, target);
  }
}
