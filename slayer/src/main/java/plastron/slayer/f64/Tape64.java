package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.List;
import plastron.core.spikes.SpikeEvents;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.Tape;

/**
 * The record of one episode: all its spikes, and of a run of windows everything else that the way
 * back needs. Room is kept from one episode to the next.
 */
final class Tape64 implements Tape {

  final LayerTape64[] layers;

  /** Spikes of every population, the input first. */
  final SpikeRaster[] spikes;

  /** The same as lists, {@code [window on the tape][population]}. */
  SpikeEvents[][] events = new SpikeEvents[0][];

  /** Rates at the end of each window on the tape, {@code [window][population][neuron]}. */
  double[][][] rates = new double[0][][];

  /** What everything evolving was at the start of each run of windows; empty for a single run. */
  final List<List<double[][]>> boundaries = new ArrayList<>();

  /** Number of steps of the episode. */
  int steps;

  /** Number of windows of a run. */
  int windows;

  /** The first window of the run that the tape holds. */
  int start;

  private FlatVector external = new FlatVector(0);

  Tape64(int[] sizes) {
    layers = new LayerTape64[sizes.length - 1];
    spikes = new SpikeRaster[sizes.length];
    for (int p = 0; p < sizes.length; p++) {
      spikes[p] = new SpikeRaster(0, sizes[p]);
    }
  }

  /** Takes over an episode's inputs and makes room for runs of {@code windows} windows. */
  void begin(SpikeRaster input, FlatVector externalModulator, int runWindows) {
    steps = input.steps();
    external = externalModulator;
    windows = runWindows;
    boundaries.clear();
    spikes[0] = input;
    for (int p = 1; p < spikes.length; p++) {
      if (spikes[p].steps() == steps) {
        spikes[p].clear();
      } else {
        spikes[p] = new SpikeRaster(steps, spikes[p].neurons());
      }
    }
    if (rates.length < windows) {
      rates = new double[windows][spikes.length][];
      events = new SpikeEvents[windows][spikes.length];
      for (int w = 0; w < windows; w++) {
        for (int p = 0; p < spikes.length; p++) {
          rates[w][p] = new double[spikes[p].neurons()];
          events[w][p] = new SpikeEvents();
        }
      }
    }
  }

  /** The external modulator for the update at the end of a window of the episode. */
  double external(int window) {
    return window < external.size() ? (double) external.get(window) : 0;
  }

  /** What {@link #begin} was given last. */
  FlatVector external() {
    return external;
  }

  @Override
  public SpikeRaster spikes(int layer) {
    return spikes[layer + 1];
  }
}
