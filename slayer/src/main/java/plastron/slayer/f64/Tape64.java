package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.f64.module.ModuleTape64;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapePlan;

/**
 * The record of one episode, or a chunk of one: all its spikes, and of a run of windows everything
 * else that the way back needs. Room is kept from one episode to the next. Long, because whole
 * episodes and chunks keep their room in the same arrays.
 */
final class Tape64 implements Tape {

  /** By site. */
  final SiteTape64[] sites;

  /** By module. */
  final ModuleTape64[] modules;

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

  /**
   * What everything evolving was at the start of each run; empty for a single run of a whole
   * episode.
   */
  final List<double[][][]> boundaries = new ArrayList<>();

  /** Steps since rest before the first. */
  long first;

  /** Number of steps. */
  int steps;

  /** What is held. */
  TapePlan plan = new TapePlan(0, 1, 1);

  /** The run that is held. */
  int run;

  /** The stretch of that run whose rule states and lists of spikes are held. */
  int stretch;

  /**
   * Spikes of every population before the first step, as many steps of a chunk as its axons hold.
   */
  private final SpikeRaster[] past;

  /** Of the episode: decides what is drawn at random in it. */
  long key;

  /** Whether states and rates of the episode are not rounded. */
  boolean exact;

  private Input input;
  private boolean chunk;

  /**
   * @param inputs indices of the spike sources
   * @param isIntegrator by population, whether its potentials are kept
   */
  Tape64(
      int[] sizes,
      int[] inputs,
      boolean[] isIntegrator,
      @Nullable PopulationTape64[] populations,
      SiteTape64[] sites,
      ModuleTape64[] modules) {
    this.inputs = inputs;
    this.isIntegrator = isIntegrator;
    this.populations = populations;
    this.sites = sites;
    this.modules = modules;
    spikes = new SpikeRaster[sizes.length];
    past = new SpikeRaster[sizes.length];
    potentials = new double[sizes.length][0][];
    for (int p = 0; p < sizes.length; p++) {
      spikes[p] = new SpikeRaster(0, sizes[p]);
      past[p] = new SpikeRaster(0, sizes[p]);
    }
    input = Input.of(spikes[0]);
  }

  /** Takes over the inputs of a whole episode and makes room for what a plan keeps. */
  void begin(Input newInput, TapePlan newPlan) {
    chunk = false;
    first = 0;
    Arrays.setAll(past, p -> new SpikeRaster(0, past[p].neurons()));
    reserve(newInput, newPlan);
  }

  /**
   * Takes over the inputs of a chunk and what it has to know of the past, and makes room for what a
   * plan keeps.
   *
   * @param state where the chunk begins
   */
  void beginChunk(Input newInput, TapePlan newPlan, SweepState64 state) {
    chunk = true;
    first = state.step();
    for (int p = 0; p < past.length; p++) {
      double[][] rows = state.underWay[p];
      past[p] = new SpikeRaster(rows.length, past[p].neurons());
      for (int t = 0; t < rows.length; t++) {
        double[] row = rows[t];
        for (int i = 0; i < row.length; i++) {
          if (row[i] > 0) {
            past[p].set(t, i);
          }
        }
      }
    }
    reserve(newInput, newPlan);
    for (int p = 0; p < state.heard.length; p++) {
      sites[p].heard = Arrays64.copyOf(state.heard[p]);
    }
  }

  /**
   * The key of what is drawn at random at the end of a window, however the episode is cut.
   *
   * @param window steps of a window
   * @param w number of the window on this tape
   */
  long key(int window, int w, int site) {
    return Seeds.then(Seeds.then(key, first / window + w), site);
  }

  /** Whether what is before the first step is kept, rather than rest. */
  boolean isChunk() {
    return chunk;
  }

  private void reserve(Input newInput, TapePlan newPlan) {
    steps = newInput.steps();
    input = newInput;
    plan = newPlan;
    int kept = chunk ? Math.max(1, plan.runs()) : plan.runs() > 1 ? plan.runs() : 0;
    while (boundaries.size() > kept) {
      boundaries.removeLast();
    }
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

  /** Keeps what everything evolving is at the start of a run; runs come in order. */
  void keep(int number, double[][][] evolving) {
    if (number == boundaries.size()) {
      double[][][] rows = new double[evolving.length][][];
      Arrays.setAll(rows, i -> Arrays64.zeros(evolving[i]));
      boundaries.add(rows);
    }
    for (int i = 0; i < evolving.length; i++) {
      Arrays64.copy(evolving[i], boundaries.get(number)[i]);
    }
  }

  /** Number of steps of a window, where a whole one has {@code most}. */
  int stepsOf(int window, int most) {
    return Math.min(most, steps - window * most);
  }

  /** Lists the spikes of a population from one step (inclusive) to another (exclusive). */
  void read(int population, int from, int to, SpikeEvents into) {
    into.read(past[population], spikes[population], from, to);
  }

  /**
   * Moves spikes under way on over all steps.
   *
   * @param rows as in {@link SweepState64#underWay}, where the tape began; overwritten
   */
  void lastSpikes(int population, double[][] rows) {
    for (int t = 0; t < rows.length; t++) {
      int step = steps - rows.length + t;
      for (int i = 0; i < rows[t].length; i++) {
        rows[t][i] = step < 0 ? rows[t + steps][i] : spikes[population].get(step, i) ? 1 : 0;
      }
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

  /** Lists the spikes of a window by step. */
  void list(int slot, int population, int from, int count) {
    read(population, from, from + count, events(slot)[population]);
  }

  /** What it was begun with last. */
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
  public int windows() {
    return modules.length == 0 ? 0 : modules[0].windows();
  }

  @Override
  public void outputs(int module, int window, FlatVector into) {
    into.set(0, modules[module].output(window));
  }

  @Override
  public int width(int module) {
    return modules[module].width();
  }

  @Override
  public void potentials(int population, int step, FlatVector into) {
    into.set(0, potentials[population][step]);
  }
}
