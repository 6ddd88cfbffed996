package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plastron.core.run.Input;
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

  /** By site. */
  final SiteTape64[] sites;

  /** Spikes of every population. */
  final SpikeRaster[] spikes;

  /** Potentials of populations that never spike, {@code [population][step][neuron]}. */
  final double[][][] potentials;

  /** By population; none for spike sources. */
  private final @Nullable PopulationTape64[] populations;

  private final int[] inputs;
  private final boolean[] isIntegrator;

  /** Spikes as lists, of the stretch that is held, {@code [place][population]}. */
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

  private Input input;

  /**
   * @param inputs indices of the spike sources
   * @param isIntegrator by population, whether its potentials are kept
   */
  Tape64(
      int[] sizes,
      int[] inputs,
      boolean[] isIntegrator,
      @Nullable PopulationTape64[] populations,
      SiteTape64[] sites) {
    this.inputs = inputs;
    this.isIntegrator = isIntegrator;
    this.populations = populations;
    this.sites = sites;
    spikes = new SpikeRaster[sizes.length];
    potentials = new double[sizes.length][0][];
    for (int p = 0; p < sizes.length; p++) {
      spikes[p] = new SpikeRaster(0, sizes[p]);
    }
    input = Input.of(spikes[0]);
  }

  /** Takes over an episode's inputs and makes room for what a plan keeps. */
  void begin(Input newInput, TapePlan newPlan) {
    steps = newInput.steps();
    input = newInput;
    plan = newPlan;
    boundaries.clear();
    for (int p = 0; p < spikes.length; p++) {
      if (populations[p] == null) {
        continue;
      }
      if (spikes[p].steps() == steps) {
        spikes[p].clear();
      } else {
        spikes[p] = new SpikeRaster(steps, spikes[p].neurons());
      }
      if (isIntegrator[p]) {
        int n = spikes[p].neurons();
        potentials[p] = Arrays64.grown(potentials[p], steps, t -> new double[n]);
      }
    }
    for (int k = 0; k < inputs.length; k++) {
      spikes[inputs[k]] = newInput.spikes().get(k);
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
    for (PopulationTape64 population : populations) {
      if (population != null) {
        population.begin(plan);
      }
    }
    for (SiteTape64 site : sites) {
      site.begin(plan);
    }
  }

  /** What is kept of a population that is no spike source. */
  PopulationTape64 population(int index) {
    return Objects.requireNonNull(populations[index]);
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

  /** What {@link #begin} was given last. */
  Input input() {
    return input;
  }

  @Override
  public SpikeRaster spikes(int population) {
    return spikes[population];
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public void potentials(int population, int step, FlatVector into) {
    into.set(0, potentials[population][step]);
  }
}
