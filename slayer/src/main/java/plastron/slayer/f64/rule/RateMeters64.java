package plastron.slayer.f64.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.model.Clock;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.sweep.SpikeEvents;

/** The rates of every population whose rates somebody reads, and the reverse. */
public final class RateMeters64 {

  /** Adjoints of the rates at the end of a window, {@code [population][0][neuron]}. */
  public final double[][][] rateAdjoint;

  private final @Nullable RateMeter64[] meters;

  private final boolean[] isSource;

  /**
   * @param read indices of the populations whose rates somebody reads
   * @param window steps between two updates
   * @param inputs indices of the spike sources
   */
  public RateMeters64(Clock clock, int[] sizes, Set<Integer> read, int window, int[] inputs) {
    isSource = new boolean[sizes.length];
    Arrays.stream(inputs).forEach(p -> isSource[p] = true);
    rateAdjoint = new double[sizes.length][1][];
    for (int p = 0; p < sizes.length; p++) {
      rateAdjoint[p][0] = new double[sizes[p]];
    }
    meters = new RateMeter64[sizes.length];
    for (int p : read) {
      meters[p] = new RateMeter64(clock.rates(), window, (double) clock.referenceRate(), sizes[p]);
    }
  }

  /** Bytes of all arrays, if the rates of all populations are read. */
  public static long bytes(int[] sizes) {
    return 3 * evolvingBytes(sizes);
  }

  /** Bytes of {@link #evolving}, if the rates of all populations are read. */
  public static long evolvingBytes(int[] sizes) {
    return Arrays.stream(sizes).mapToLong(n -> ArrayBytes.rows(1, n, Double.BYTES)).sum();
  }

  /** Everything that changes during an episode. */
  public List<double[][]> evolving() {
    List<double[][]> all = new ArrayList<>();
    for (RateMeter64 meter : meters) {
      if (meter != null) {
        all.add(new double[][] {meter.meter});
      }
    }
    return all;
  }

  /**
   * Reads the spikes of a window.
   *
   * @param spikes by population
   * @param rates by population, overwritten where somebody reads them
   */
  public void forward(SpikeEvents[] spikes, double[][] rates) {
    for (int p = 0; p < meters.length; p++) {
      RateMeter64 meter = meters[p];
      if (meter != null) {
        meter.forward(spikes[p], rates[p]);
      }
    }
  }

  /** Forgets the adjoints of later windows. */
  public void clearAdjoint() {
    for (RateMeter64 meter : meters) {
      if (meter != null) {
        meter.clearAdjoint();
      }
    }
  }

  /** Begins the adjoints of a window's rates. */
  public void clearRateAdjoint() {
    for (double[][] rows : rateAdjoint) {
      Arrays64.clear(rows);
    }
  }

  /**
   * The reverse of {@link #forward}, from {@link #rateAdjoint}; spike sources need none.
   *
   * @param spikeAdjoint by population and step of the window, added to
   */
  public void backward(double[][][] spikeAdjoint, int steps) {
    for (int p = 0; p < meters.length; p++) {
      RateMeter64 meter = meters[p];
      if (meter != null && !isSource[p]) {
        meter.backward(rateAdjoint[p][0], spikeAdjoint[p], steps);
      }
    }
  }
}
