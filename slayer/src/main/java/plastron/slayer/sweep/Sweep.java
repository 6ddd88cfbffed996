package plastron.slayer.sweep;

import plastron.core.spikes.SpikeRaster;

/**
 * Runs one episode through a model and back-propagates through time, recording on a tape of its
 * own. Implemented in double and, from the same text, in single precision. Owned by one thread at a
 * time.
 */
public interface Sweep {

  /**
   * Takes over parameter values.
   *
   * @param parameters laid out by {@link ParameterLayout}, not modified
   */
  void load(FlatVector parameters);

  /**
   * Runs an episode from rest, recording what {@link #backward} needs.
   *
   * @param input spikes of the input population, kept until the next call and not modified
   * @param external external modulator for the update that ends each window; may be shorter than
   *     the episode (0 beyond)
   * @return spikes of the last layer, valid until the next call
   */
  SpikeRaster forward(SpikeRaster input, FlatVector external);

  /**
   * Back-propagates through the episode last run.
   *
   * @param output adjoint of every output spike
   * @param gradient laid out by {@link ParameterLayout}, added to
   */
  void backward(OutputAdjoint output, FlatVector gradient);

  /**
   * Spikes of a layer (0 is the first layer, not the input) in the episode last run; complete after
   * {@link #forward}.
   */
  SpikeRaster spikes(int layer);

  /**
   * Replays the episode last run and shows every number to an observer.
   *
   * @param observer called in order of time
   */
  void replay(SweepObserver observer);
}
