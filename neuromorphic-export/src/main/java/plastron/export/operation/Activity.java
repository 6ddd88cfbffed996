package plastron.export.operation;

import java.util.Arrays;
import java.util.List;
import plastron.core.spikes.SpikeRaster;

/** Spikes and steps of a network, counted over episodes. Owned by one thread. */
public final class Activity {

  private final long[][] spikes;
  private long steps;
  private long intervals;
  private long episodes;

  /**
   * What one episode had.
   *
   * @param rasters of all populations
   * @param interval steps between updates
   */
  public Activity(List<SpikeRaster> rasters, int interval) {
    spikes = new long[rasters.size()][];
    for (int p = 0; p < spikes.length; p++) {
      SpikeRaster raster = rasters.get(p);
      spikes[p] = new long[raster.neurons()];
      int[] fired = new int[raster.neurons()];
      for (int t = 0; t < raster.steps(); t++) {
        int count = raster.spikes(t, fired);
        for (int k = 0; k < count; k++) {
          spikes[p][fired[k]]++;
        }
      }
    }
    steps = rasters.getFirst().steps();
    intervals = steps / interval;
    episodes = 1;
  }

  /** Adds further episodes of the same network. */
  public void add(Activity other) {
    for (int p = 0; p < spikes.length; p++) {
      for (int n = 0; n < spikes[p].length; n++) {
        spikes[p][n] += other.spikes[p][n];
      }
    }
    steps += other.steps;
    intervals += other.intervals;
    episodes += other.episodes;
  }

  /** Mean steps of an episode. */
  double steps() {
    return (double) steps / episodes;
  }

  /** Mean full intervals of an episode. */
  double intervals() {
    return (double) intervals / episodes;
  }

  /** Mean spikes of a population in an episode. */
  double spikes(int population) {
    return (double) Arrays.stream(spikes[population]).sum() / episodes;
  }

  /** Mean of the spikes of every neuron of a population times a number of its own. */
  double weighted(int population, long[] numbers) {
    long sum = 0;
    for (int n = 0; n < numbers.length; n++) {
      sum += spikes[population][n] * numbers[n];
    }
    return (double) sum / episodes;
  }
}
