package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
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
import plastron.core.network.Neuron;
import plastron.core.run.Recording;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** Laws of episodes that are run chunk by chunk, in both precisions. */
class ChunkProperties {

  private static final int STEPS = GraphCase.STEPS;

  /** Gradients up to rounding where windows are only pieces of work: then they are others. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void chunksAreTheWholeEpisode(@ForAll long seed, @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    Random random = new Random(seed);
    Sweep sweep = precision.sweep(given.model, given.options(ChunkedRun.limit(random)));
    ChunkedRun run = ChunkedRun.of(given, sweep, ChunkedRun.starts(given, random));
    Sweep other = precision.sweep(given.model, given.options(TapeLimit.NONE));
    Tape whole = other.tape();
    other.forward(whole, given.input(given.model.graph()));
    run.assertSameSpikes(whole);
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
    FlatVector got = ChunkedRun.gradient(sweep, given, run.chunks(0));
    FlatVector want =
        ChunkedRun.gradient(other, given, List.of(new Chunk(whole, run.adjoints(0, STEPS, 0))));
    if (given.model.graph().isPlastic()) {
      assertThat(got).isEqualTo(want);
    } else {
      double rounding = precision == Precision.DOUBLE ? 1e-12 : 1e-4;
      assertThat(got.toArray())
          .containsExactly(
              want.toArray(), within(rounding * Math.max(1e-3, ChunkedRun.largest(want))));
    }
  }

  /** The simulator goes on where it left off; where both differ, a potential is at a threshold. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void spikesAreThoseOfTheSimulatorThatGoesOn(@ForAll long seed) {
    GraphCase given = new GraphCase(seed);
    PlasticGraph graph = given.model.graph();
    Assume.that(graph.drives().stream().noneMatch(d -> d.target() == Drive.Target.THRESHOLD));
    Sweep sweep = Precision.DOUBLE.sweep(given.model, given.options(TapeLimit.NONE));
    List<Integer> starts = ChunkedRun.starts(given, new Random(seed));
    ChunkedRun run = ChunkedRun.of(given, sweep, starts);
    Assume.that(ChunkedRun.margin(graph, run.shown(sweep)) > 1e-4);
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
    Sweep sweep = precision.sweep(given.model, given.options(ChunkedRun.limit(random)));
    List<Integer> starts = ChunkedRun.starts(given, random);
    ChunkedRun run = ChunkedRun.of(given, sweep, starts);
    Tape tape = sweep.tape();
    SweepState state = sweep.state();
    for (int c = 0; c + 1 < starts.size(); c++) {
      sweep.forward(tape, state, run.input(starts.get(c), starts.get(c + 1)));
      Adjoints adjoints = run.adjoints(starts.get(c), starts.get(c + 1), starts.get(c));
      assertThat(ChunkedRun.gradient(sweep, given, List.of(new Chunk(tape, adjoints))))
          .isEqualTo(
              ChunkedRun.gradient(sweep, given, List.of(new Chunk(run.tapes().get(c), adjoints))));
    }
    sweep.forward(tape, given.input(given.model.graph()));
    Sweep other = precision.sweep(given.model, given.options(TapeLimit.NONE));
    Tape whole = other.tape();
    other.forward(whole, given.input(given.model.graph()));
    Adjoints adjoints = run.adjoints(0, STEPS, 0);
    assertThat(ChunkedRun.gradient(sweep, given, List.of(new Chunk(tape, adjoints))))
        .isEqualTo(ChunkedRun.gradient(other, given, List.of(new Chunk(whole, adjoints))));
  }
}
