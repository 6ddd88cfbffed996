package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapePlan;

/**
 * The record of one episode: all its spikes, and of a run of windows everything else that the way
 * back needs. Room is kept from one episode to the next.
 */
final class Tape64 implements Tape {

  final LayerTape64[] layers;

  /** Spikes of every population, the input first. */
  final SpikeRaster[] spikes;

  /** The same as lists, of the stretch that is held, {@code [place][population]}. */
  private SpikeEvents[][] events = new SpikeEvents[0][];

  /** Rates at the end of each window of the run that is held, {@code [window][population][n]}. */
  double[][][] rates = new double[0][][];

  /** What everything evolving was at the start of each run; empty for a single run. */
  final List<List<double[][]>> boundaries = new ArrayList<>();

  /** Number of steps of the episode. */
  int steps;

  /** What is held. */
  TapePlan plan = new TapePlan(0, 1, 1);

  /** The run that is held. */
  int run;

  /** The stretch of that run whose rule states and lists of spikes are held. */
  int stretch;

  private FlatVector external = new FlatVector(0);

  Tape64(int[] sizes) {
    layers = new LayerTape64[sizes.length - 1];
    spikes = new SpikeRaster[sizes.length];
    for (int p = 0; p < sizes.length; p++) {
      spikes[p] = new SpikeRaster(0, sizes[p]);
    }
  }

  /** Takes over an episode's inputs and makes room for what a plan keeps. */
  void begin(SpikeRaster input, FlatVector externalModulator, TapePlan newPlan) {
    steps = input.steps();
    external = externalModulator;
    plan = newPlan;
    boundaries.clear();
    spikes[0] = input;
    for (int p = 1; p < spikes.length; p++) {
      if (spikes[p].steps() == steps) {
        spikes[p].clear();
      } else {
        spikes[p] = new SpikeRaster(steps, spikes[p].neurons());
      }
    }
    if (rates.length < plan.run()) {
      rates = new double[plan.run()][spikes.length][];
      for (double[][] window : rates) {
        Arrays.setAll(window, p -> new double[spikes[p].neurons()]);
      }
    }
    if (events.length < plan.stretch()) {
      events = new SpikeEvents[plan.stretch()][spikes.length];
      for (SpikeEvents[] window : events) {
        Arrays.setAll(window, p -> new SpikeEvents());
      }
    }
  }

  /**
   * Lists of the spikes of a window by population; those of a window in the same stretch are
   * others.
   *
   * @param slot the window, counted from the first of its run
   */
  SpikeEvents[] events(int slot) {
    return events[plan.placeOf(slot)];
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
