package plastron.export.profile;

import java.util.List;
import java.util.Map;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.HostSignals;

/**
 * The cores of a chip with an image, one step after the other: what {@link ImageEmulator} runs. In
 * every step it calls {@link #neurons}, then {@link #fire} for populations whose spikes are given,
 * then {@link #deliver}. Owned by one thread.
 */
public interface EmulatedCores {

  /**
   * Returns to the state at the start of an episode; counters stay.
   *
   * @param seed of everything random on the chip
   */
  void reset(long seed);

  /**
   * Neurons take what has arrived for this step, and fire.
   *
   * @param time steps of the episode before this one
   */
  void neurons(int time);

  /**
   * Makes a population fire as given, whatever its neurons did.
   *
   * @param population index in the image
   * @param t row of the raster
   */
  void fire(int population, SpikeRaster raster, int t);

  /**
   * Writes down which neurons of a population fire in this step.
   *
   * @param population index in the image
   * @param t row of the raster
   */
  void record(int population, SpikeRaster into, int t);

  /**
   * Delivers the spikes of this step, and lets rules run if a window ends with it.
   *
   * @param time steps of the episode before this one
   * @param signals what the host writes at the end of windows
   */
  void deliver(int time, HostSignals signals);

  /** {@code alpha.E} of all layers of the image as it is now, {@code [nPre][nPost]} each, fresh. */
  List<float[][]> traces();

  /** Everything counted since the image was loaded, by name. */
  Map<String, Long> counters();
}
