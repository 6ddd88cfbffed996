package plastron.export.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.predict.Computation.Factor;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule.External;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.SpikeUpdate;
import plastron.export.predict.ComputedRule.Update;
import plastron.plasticity.expr.Axis;

/**
 * Runs a {@link ComputedRule} on given spikes and signals, one episode. Owned by one thread. Long,
 * because all that a rule reads is followed here, step by step.
 */
public final class RuleRun {

  private final ComputedRule rule;
  private final RuleValues values;
  private final List<SpikeRaster> spikes;
  private final int pre;
  private final int post;
  private final int modulator;
  private List<Signal> given;
  private int givenFrom;
  private final double[][] live;
  private final double[][] filtered;
  private final List<double[][]> arriving = new ArrayList<>();
  private final List<Runnable> signals = new ArrayList<>();
  private final List<Runnable> updates = new ArrayList<>();
  private final List<double[][]> next = new ArrayList<>();
  private final Runnable weighing;
  private final double[][] plastic;
  private final int[] fired;
  private final List<RuleValues.Spikes> timed = new ArrayList<>();
  private final boolean[] firedPre;
  private final boolean[] firedPost;
  private double[][] bound = {};

  /**
   * At rest, every number on its grid.
   *
   * @param spikes of all populations: of the whole episode, or of one window at a time, whole
   *     epochs each, to be written anew before the steps of the next
   * @param pre index of the population that sends
   * @param post index of the population that receives
   * @param modulator index of the population whose spikes traces on MODULATOR follow, -1 for none
   */
  public RuleRun(
      ComputedRule rule,
      List<SpikeRaster> spikes,
      int pre,
      int post,
      int modulator,
      RandomGenerator random) {
    this(rule, spikes, pre, post, modulator, List.of(), random, Holding.ROUNDED);
  }

  /**
   * At rest.
   *
   * @param spikes of all populations
   * @param pre index of the population that sends
   * @param post index of the population that receives
   * @param modulator index of the population whose spikes traces on MODULATOR follow, -1 for none
   * @param given signals by their index in the image
   */
  RuleRun(
      ComputedRule rule,
      List<SpikeRaster> spikes,
      int pre,
      int post,
      int modulator,
      List<Signal> given,
      RandomGenerator random,
      Holding holding) {
    this.rule = rule;
    this.spikes = spikes;
    this.pre = pre;
    this.post = post;
    this.modulator = modulator;
    this.given = List.copyOf(given);
    values = new RuleValues(random, holding);
    live = new double[rule.traces().size()][];
    for (int k = 0; k < live.length; k++) {
      ComputedTrace trace = rule.traces().get(k);
      live[k] = new double[neurons(trace.axis())];
      values.put(trace.name(), trace.axis(), new double[1][live[k].length]);
    }
    filtered = new double[rule.filters().size()][neurons(Axis.POST)];
    for (int k = 0; k < filtered.length; k++) {
      arriving.add(new double[rule.filters().get(k).latency() + 1][filtered[k].length]);
      values.put(rule.filters().get(k).name(), Axis.POST, new double[][] {filtered[k]});
    }
    for (External external : rule.externals()) {
      values.put(external.name(), external.axis(), zeros(external.axis()));
    }
    for (Parameter parameter : rule.parameters()) {
      values.put(parameter.name(), parameter.axis(), parameter.values());
    }
    for (ComputedRule.Signal signal : rule.signals()) {
      values.put(signal.name(), signal.axis(), zeros(signal.axis()));
    }
    for (Update update : rule.updates()) {
      values.put(update.state(), update.axis(), zeros(update.axis()));
    }
    for (SpikeUpdate update : rule.timed()) {
      values.put(update.state(), Axis.SYNAPSE, zeros(Axis.SYNAPSE));
    }
    for (ComputedRule.Signal signal : rule.signals()) {
      signals.add(values.assignment(signal.value(), signal.axis(), values.of(signal.name())));
    }
    for (Update update : rule.updates()) {
      next.add(zeros(update.axis()));
      updates.add(values.assignment(update.next(), update.axis(), next.getLast()));
    }
    rule.timed().forEach(update -> timed.add(values.new Spikes(update)));
    firedPre = new boolean[neurons(Axis.PRE)];
    firedPost = new boolean[neurons(Axis.POST)];
    plastic = zeros(Axis.SYNAPSE);
    weighing = values.assignment(rule.plastic(), Axis.SYNAPSE, plastic);
    fired = new int[spikes.stream().mapToInt(SpikeRaster::neurons).max().orElse(0)];
  }

  /**
   * Takes the signals of a run.
   *
   * @param fromWindow the window, counted from the episode's start, that the first values are for
   * @param signals by their index in the image
   */
  public void give(int fromWindow, List<Signal> signals) {
    givenFrom = fromWindow;
    given = List.copyOf(signals);
  }

  /**
   * Holds {@code alpha.E} within bounds of its own from now on.
   *
   * @param largest magnitudes, {@code [from][to]}; no rows for none
   */
  public void bound(double[][] largest) {
    bound = largest;
  }

  /** States that are synaptic follow {@code alpha.E}, which is linear in them. */
  private void keepBound() {
    double[][] now = plastic();
    for (Term term : rule.plastic().terms()) {
      for (Factor factor : term.factors()) {
        if (synapticStates().anyMatch(factor.name()::equals)) {
          double[][] state = values.of(factor.name());
          for (int j = 0; j < bound.length; j++) {
            for (int i = 0; i < bound[j].length; i++) {
              double size = Math.abs(now[j][i]);
              state[j][i] *= size > bound[j][i] ? bound[j][i] / size : 1;
            }
          }
        }
      }
    }
  }

  /** Takes the synaptic states of a post neuron from another run, with a little added. */
  void disturb(int post, RuleRun from, RandomGenerator by) {
    synapticStates()
        .forEach(
            state -> {
              double[][] own = values.of(state);
              double[][] other = from.values.of(state);
              for (int j = 0; j < own.length; j++) {
                own[j][post] = other[j][post] + by.nextGaussian();
              }
            });
  }

  private Stream<String> synapticStates() {
    return Stream.concat(
        rule.updates().stream().filter(u -> u.axis() == Axis.SYNAPSE).map(Update::state),
        rule.timed().stream().map(SpikeUpdate::state));
  }

  /** Number of post neurons. */
  int posts() {
    return neurons(Axis.POST);
  }

  private int population(Axis axis) {
    return switch (axis) {
      case PRE -> pre;
      case POST -> post;
      default -> modulator;
    };
  }

  private int neurons(Axis axis) {
    return spikes.get(population(axis)).neurons();
  }

  private double[][] zeros(Axis axis) {
    return switch (axis) {
      case GLOBAL -> new double[1][1];
      case SYNAPSE -> new double[neurons(Axis.PRE)][neurons(Axis.POST)];
      default -> new double[1][neurons(axis)];
    };
  }

  /**
   * Follows the spikes of a step.
   *
   * @param t the step
   * @param toWindowEnd steps until the window ends, 0 in its last step
   */
  private void follow(int t, int toWindowEnd) {
    for (int k = 0; k < live.length; k++) {
      ComputedTrace trace = rule.traces().get(k);
      double[] value = live[k];
      SpikeRaster raster = spikes.get(population(trace.axis()));
      // What is read early is read between two steps, so that a window of one step has it, too.
      if (trace.early() > 0 && toWindowEnd == trace.early() - 1) {
        read(trace, value);
      }
      if (trace.epoch() > 1 && t % trace.epoch() == 0) {
        addEarlySpikes(trace, raster, t % raster.steps(), value);
      }
      int count = raster.spikes(t % raster.steps(), fired);
      if (!trace.counts()) {
        decay(value, trace.decay());
      }
      for (int s = 0; s < count; s++) {
        if (trace.epoch() == 1 || isLast(trace, raster, t % raster.steps(), fired[s])) {
          value[fired[s]] += trace.spike();
        }
      }
      values.hold(trace.grid(), value);
      if (trace.early() == 0 && (toWindowEnd == 0 || !timed.isEmpty())) {
        read(trace, value);
      }
      if (toWindowEnd == 0 && trace.counts()) {
        Arrays.fill(value, 0);
      }
    }
    for (int k = 0; k < filtered.length; k++) {
      arrive(k, t, filtered[k]);
    }
  }

  private void read(ComputedTrace trace, double[] value) {
    double[] read = values.of(trace.name())[0];
    System.arraycopy(value, 0, read, 0, value.length);
    values.hold(trace.read(), read);
  }

  /** All spikes of the epoch that begins but the last of every neuron. */
  private void addEarlySpikes(ComputedTrace trace, SpikeRaster raster, int from, double[] value) {
    int to = Math.min(from + trace.epoch(), raster.steps());
    for (int n = 0; n < value.length; n++) {
      long count = raster.count(n, from, to);
      for (long s = 1; s < count; s++) {
        value[n] = values.held(trace.grid(), value[n] + trace.spike());
      }
    }
  }

  private static boolean isLast(ComputedTrace trace, SpikeRaster raster, int t, int neuron) {
    int to = Math.min((t / trace.epoch() + 1) * trace.epoch(), raster.steps());
    return raster.count(neuron, t + 1, to) == 0;
  }

  /** What was sent takes the weight that it met when it was sent. */
  private void arrive(int filter, int t, double[] value) {
    CurrentFilter f = rule.filters().get(filter);
    double[][] onTheWay = arriving.get(filter);
    double[] sent = onTheWay[t % onTheWay.length];
    Arrays.fill(sent, 0);
    double[][] weights = values.of(f.state());
    SpikeRaster sending = spikes.get(pre);
    int count = sending.spikes(t % sending.steps(), fired);
    for (int s = 0; s < count; s++) {
      double[] row = weights[fired[s]];
      for (int i = 0; i < sent.length; i++) {
        sent[i] += row[i];
      }
    }
    double[] due = onTheWay[(t + 1) % onTheWay.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = f.decay() * value[i] + f.gain() * due[i];
    }
    values.hold(f.grid(), value);
  }

  private static void decay(double[] value, double factor) {
    for (int i = 0; i < value.length; i++) {
      value[i] *= factor;
    }
  }

  /** Follows a step; true if a window ended with it and states have their next values. */
  public boolean step(int t, int interval) {
    int toWindowEnd = interval - 1 - t % interval;
    follow(t, toWindowEnd);
    if (toWindowEnd == 0) {
      show(t / interval);
      signals.forEach(Runnable::run);
    }
    spike(t, toWindowEnd == 0);
    if (toWindowEnd == 0) {
      update();
    }
    return toWindowEnd == 0;
  }

  /** Changes what single spikes change. */
  private void spike(int t, boolean ends) {
    if (!timed.isEmpty()) {
      mark(pre, t, firedPre);
      mark(post, t, firedPost);
      timed.forEach(update -> update.step(firedPre, firedPost, ends));
    }
  }

  private void mark(int population, int t, boolean[] marks) {
    Arrays.fill(marks, false);
    SpikeRaster raster = spikes.get(population);
    int count = raster.spikes(t % raster.steps(), fired);
    for (int s = 0; s < count; s++) {
      marks[fired[s]] = true;
    }
  }

  private void show(int window) {
    for (External external : rule.externals()) {
      double[] row = values.of(external.name())[0];
      for (int i = 0; i < row.length; i++) {
        row[i] = given.get(external.signal()).at(window - givenFrom, i);
      }
    }
  }

  private void update() {
    updates.forEach(Runnable::run);
    for (int u = 0; u < next.size(); u++) {
      double[][] state = values.of(rule.updates().get(u).state());
      for (int j = 0; j < state.length; j++) {
        System.arraycopy(next.get(u)[j], 0, state[j], 0, state[j].length);
      }
    }
    if (bound.length > 0) {
      keepBound();
    }
  }

  /** {@code alpha.E} of the present states, {@code [nPre][nPost]}; reused by the next call. */
  public double[][] plastic() {
    weighing.run();
    return plastic;
  }
}
