package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Recording;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/**
 * Laws of episodes that are run chunk by chunk, in both precisions. Long, because all laws cut and
 * join the same episodes.
 */
class ChunkProperties {

  private static final int STEPS = GraphCase.STEPS;

  /** Where chunks begin: windows of an episode in order, now and then one twice, and its end. */
  private static List<Integer> starts(GraphCase given, Random random) {
    int interval = given.model.graph().clock().updateInterval();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int w = 0; w * interval < STEPS; w++) {
      if (random.nextInt(3) == 0) {
        starts.add(w * interval);
      }
    }
    starts.add(STEPS);
    return starts;
  }

  private static TapeLimit limit(Random random) {
    return random.nextBoolean()
        ? TapeLimit.NONE
        : new TapeLimit(1 + random.nextInt(12), 1L << (7 + random.nextInt(14)));
  }

  private static ChunkedRun run(GraphCase given, Sweep sweep, List<Integer> starts) {
    ChunkedRun run = new ChunkedRun(given);
    SweepState state = sweep.state();
    for (int c = 0; c + 1 < starts.size(); c++) {
      assertThat(state.step()).isEqualTo((long) starts.get(c));
      run.forward(sweep, state, starts.get(c), starts.get(c + 1));
    }
    return run;
  }

  private static FlatVector gradient(Sweep sweep, GraphCase given, List<Chunk> chunks) {
    FlatVector gradient = new FlatVector(new ParameterLayout(given.model).size());
    sweep.backward(chunks);
    sweep.drain(gradient);
    return gradient;
  }

  private static void assertSameSpikes(GraphCase given, ChunkedRun run, Tape whole) {
    for (int p : given.model.graph().computing()) {
      for (int c = 0; c < run.tapes().size(); c++) {
        Tape tape = run.tapes().get(c);
        int from = run.start(c);
        assertThat(tape.spikes(p))
            .as("population %d, from step %d", p, from)
            .isEqualTo(ChunkedRun.part(whole.spikes(p), from, from + tape.steps()));
      }
    }
  }

  private static double largest(FlatVector vector) {
    return Arrays.stream(vector.toArray()).map(Math::abs).max().orElse(0);
  }

  /** Gradients up to rounding where windows are only pieces of work: then they are others. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void chunksAreTheWholeEpisode(@ForAll long seed, @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    Random random = new Random(seed);
    Sweep sweep = precision.sweep(given.model, given.options(limit(random)));
    ChunkedRun run = run(given, sweep, starts(given, random));
    Sweep other = precision.sweep(given.model, given.options(TapeLimit.NONE));
    Tape whole = other.tape();
    other.forward(whole, given.input(given.model.graph()));
    assertSameSpikes(given, run, whole);
    Map<String, Double> shown = new HashMap<>();
    run.shown(other, whole, 0, shown);
    assertThat(run.shown(sweep)).isEqualTo(shown);
    for (int p : given.model.graph().computing()) {
      if (given.model.graph().populations().get(p).neuron() instanceof Neuron.LeakyIntegrator) {
        List<double[]> potentials = new ArrayList<>();
        run.tapes().forEach(tape -> potentials.addAll(Arrays.asList(tape.potentials(p))));
        assertThat(potentials.toArray(double[][]::new)).isDeepEqualTo(whole.potentials(p));
      }
    }
    FlatVector got = gradient(sweep, given, run.chunks(0));
    FlatVector want = gradient(other, given, List.of(new Chunk(whole, run.adjoints(0, STEPS, 0))));
    if (given.model.graph().isPlastic()) {
      assertThat(got).isEqualTo(want);
    } else {
      double rounding = precision == Precision.DOUBLE ? 1e-12 : 1e-4;
      assertThat(got.toArray())
          .containsExactly(want.toArray(), within(rounding * Math.max(1e-3, largest(want))));
    }
  }

  /** What is written down goes into another sweep, and every chunk's tape is another's. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aStateThatWasKeptGoesOnAsIfNothingHadBeen(@ForAll long seed, @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    Random random = new Random(seed);
    SweepOptions options = given.options(limit(random));
    Sweep sweep = precision.sweep(given.model, options);
    List<Integer> starts = starts(given, random);
    ChunkedRun run = run(given, sweep, starts);
    int cut = random.nextInt(starts.size() - 1);
    SweepState state = sweep.state();
    ChunkedRun resumed = new ChunkedRun(given);
    for (int c = 0; c < cut; c++) {
      resumed.forward(sweep, state, starts.get(c), starts.get(c + 1));
    }
    FlatVector kept = new FlatVector(state.size() + 3);
    state.save(kept, 2);
    SweepState copy = sweep.state();
    copy.copy(state);
    // Anything else, so that nothing is left of it.
    Tape tape = sweep.tape();
    state.clear();
    sweep.forward(tape, state, given.input(given.model.graph()));
    Sweep fresh = precision.sweep(given.model, options);
    SweepState again = fresh.state();
    again.restore(kept, 2);
    assertThat(again.step()).isEqualTo((long) starts.get(cut));
    Tape straight = sweep.tape();
    sweep.forward(straight, copy, resumed.input(starts.get(cut), STEPS));
    for (int c = cut; c + 1 < starts.size(); c++) {
      resumed.forward(fresh, again, starts.get(c), starts.get(c + 1));
    }
    assertThat(resumed.shown(fresh)).isEqualTo(run.shown(sweep));
    assertThat(gradient(fresh, given, resumed.chunks(0)))
        .isEqualTo(gradient(sweep, given, run.chunks(0)));
    Map<String, Double> rest = new HashMap<>();
    resumed.shown(sweep, straight, starts.get(cut), rest);
    assertThat(run.shown(sweep)).containsAllEntriesOf(rest);
    Precision other = precision == Precision.FLOAT ? Precision.DOUBLE : Precision.FLOAT;
    SweepState otherPrecision = other.sweep(given.model, options).state();
    assertThat(otherPrecision.size()).isEqualTo(state.size());
  }

  /**
   * Gradients that are cut where chunks begin are those of one run that cuts there: the same bits
   * if both form currents anew there, else up to rounding.
   */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aGradientIsCutWhereTheFirstChunkBegins(@ForAll long seed, @ForAll boolean cutsAnyway) {
    GraphCase given = new GraphCase(seed);
    Random random = new Random(seed);
    int interval = given.model.graph().clock().updateInterval();
    int windows = Math.ceilDiv(STEPS, interval);
    int reach = (windows + 1) / 2 + random.nextInt(windows / 4 + 1);
    Assume.that(reach < windows);
    SweepOptions full = given.options(TapeLimit.NONE);
    SweepOptions truncated =
        new SweepOptions(full.surrogate(), full.throughReset(), limit(random), reach);
    SweepOptions endless =
        new SweepOptions(full.surrogate(), full.throughReset(), limit(random), Integer.MAX_VALUE);
    Sweep one = Precision.DOUBLE.sweep(given.model, truncated);
    Tape whole = one.tape();
    one.forward(whole, given.input(given.model.graph()));
    List<Integer> starts = starts(given, random);
    starts.removeIf(t -> t == reach * interval);
    starts.add(reach * interval);
    starts.sort(null);
    Sweep sweep = Precision.DOUBLE.sweep(given.model, cutsAnyway ? truncated : endless);
    ChunkedRun run = run(given, sweep, starts);
    FlatVector got = gradient(sweep, given, run.chunks(starts.indexOf(reach * interval)));
    FlatVector want =
        gradient(one, given, List.of(new Chunk(whole, run.adjoints(reach * interval, STEPS, 0))));
    if (cutsAnyway) {
      assertThat(got).isEqualTo(want);
      return;
    }
    Map<String, Double> shown = new HashMap<>();
    run.shown(one, whole, 0, shown);
    Assume.that(margin(given.model.graph(), shown) > 1e-9);
    Statistics.label("somebody is told of what was heard")
        .collect(hears(given.model.graph()))
        .coverage(c -> c.check(true).percentage(p -> p > 20));
    assertSameSpikes(given, run, whole);
    assertThat(got.toArray())
        .containsExactly(want.toArray(), within(1e-10 * Math.max(largest(want), 1e-3)));
  }

  private static boolean hears(PlasticGraph graph) {
    return GraphForm64.of(graph, new GraphCase(0).options(TapeLimit.NONE)).projections().stream()
        .anyMatch(p -> p.heardStates() > 0);
  }

  private static double margin(PlasticGraph graph, Map<String, Double> shown) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, Double> entry : shown.entrySet()) {
      String[] words = entry.getKey().split(" ", -1);
      if (words[0].equals("u") && words.length == 4) {
        Population population = graph.populations().get(Integer.parseInt(words[1]));
        int neuron = Integer.parseInt(words[3]);
        double theta =
            switch (population.neuron()) {
              case Neuron.Srm srm -> srm.theta().at(neuron);
              case Neuron.Lif lif -> lif.theta().at(neuron);
              default -> Double.POSITIVE_INFINITY;
            };
        nearest = Math.min(nearest, Math.abs(entry.getValue() - theta));
      }
    }
    return nearest;
  }

  /** The simulator goes on where it left off; where both differ, a potential is at a threshold. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void spikesAreThoseOfTheSimulatorThatGoesOn(@ForAll long seed) {
    GraphCase given = new GraphCase(seed);
    PlasticGraph graph = given.model.graph();
    Assume.that(graph.drives().stream().noneMatch(d -> d.target() == Drive.Target.THRESHOLD));
    Sweep sweep = Precision.DOUBLE.sweep(given.model, given.options(TapeLimit.NONE));
    List<Integer> starts = starts(given, new Random(seed));
    ChunkedRun run = run(given, sweep, starts);
    Assume.that(margin(graph, run.shown(sweep)) > 1e-4);
    PlasticRunner simulator = PlasticRunner.of(given.model);
    for (int c = 0; c + 1 < starts.size(); c++) {
      Recording ran = simulator.run(run.input(starts.get(c), starts.get(c + 1)));
      for (int p : graph.computing()) {
        assertThat(run.tapes().get(c).spikes(p)).isEqualTo(ran.spikes().get(p));
      }
    }
  }

  /** One tape and one state serve chunk after chunk, of any length. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aTapeForgets(@ForAll long seed, @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    Random random = new Random(seed);
    Sweep sweep = precision.sweep(given.model, given.options(limit(random)));
    List<Integer> starts = starts(given, random);
    ChunkedRun run = run(given, sweep, starts);
    Tape tape = sweep.tape();
    SweepState state = sweep.state();
    for (int c = 0; c + 1 < starts.size(); c++) {
      sweep.forward(tape, state, run.input(starts.get(c), starts.get(c + 1)));
      Adjoints adjoints = run.adjoints(starts.get(c), starts.get(c + 1), starts.get(c));
      assertThat(gradient(sweep, given, List.of(new Chunk(tape, adjoints))))
          .isEqualTo(gradient(sweep, given, List.of(new Chunk(run.tapes().get(c), adjoints))));
    }
    sweep.forward(tape, given.input(given.model.graph()));
    Sweep other = precision.sweep(given.model, given.options(TapeLimit.NONE));
    Tape whole = other.tape();
    other.forward(whole, given.input(given.model.graph()));
    Adjoints adjoints = run.adjoints(0, STEPS, 0);
    assertThat(gradient(sweep, given, List.of(new Chunk(tape, adjoints))))
        .isEqualTo(gradient(other, given, List.of(new Chunk(whole, adjoints))));
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void whatCannotGoOnIsRefused(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = STEPS) int steps) {
    GraphCase given = new GraphCase(seed);
    int interval = given.model.graph().clock().updateInterval();
    Assume.that(given.model.graph().isPlastic() && interval > 1);
    Sweep sweep = Precision.DOUBLE.sweep(given.model, given.options(TapeLimit.NONE));
    ChunkedRun run = new ChunkedRun(given);
    SweepState state = sweep.state();
    run.forward(sweep, state, 0, steps);
    if (steps % interval != 0) {
      assertThatThrownBy(() -> sweep.forward(sweep.tape(), state, run.input(0, interval)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("after %d steps", steps);
    }
    SweepState rest = sweep.state();
    assertThatThrownBy(
            () -> sweep.backward(List.of(run.chunks(0).getFirst(), run.chunks(0).getFirst())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must begin where");
    FlatVector kept = new FlatVector(state.size());
    state.save(kept, 0);
    assertThatThrownBy(() -> rest.restore(kept, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be");
    kept.set(state.size() - 1, 0.5);
    assertThatThrownBy(() -> rest.restore(kept, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole number");
    kept.set(0, Double.NaN);
    assertThatThrownBy(() -> rest.restore(kept, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
    GraphCase other = new GraphCase(seed + 1);
    SweepState foreign = Precision.DOUBLE.sweep(other.model, other.options(TapeLimit.NONE)).state();
    assertThatThrownBy(() -> sweep.forward(sweep.tape(), foreign, run.input(0, interval)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same model");
  }
}
