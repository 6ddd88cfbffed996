package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.Precision;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** Gradients go back to where the first of several chunks begins. */
class ChunkGradientProperties {

  private static final int STEPS = GraphCase.STEPS;

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
        new SweepOptions(full.surrogate(), full.throughReset(), ChunkedRun.limit(random), reach);
    SweepOptions endless =
        new SweepOptions(
            full.surrogate(), full.throughReset(), ChunkedRun.limit(random), Integer.MAX_VALUE);
    Sweep one = Precision.DOUBLE.sweep(given.model, truncated);
    Tape whole = one.tape();
    one.forward(whole, given.input(given.model.graph()));
    List<Integer> starts = ChunkedRun.starts(given, random);
    starts.removeIf(t -> t == reach * interval);
    starts.add(reach * interval);
    starts.sort(null);
    Sweep sweep = Precision.DOUBLE.sweep(given.model, cutsAnyway ? truncated : endless);
    ChunkedRun run = ChunkedRun.of(given, sweep, starts);
    FlatVector got =
        ChunkedRun.gradient(sweep, given, run.chunks(starts.indexOf(reach * interval)));
    FlatVector want =
        ChunkedRun.gradient(
            one, given, List.of(new Chunk(whole, run.adjoints(reach * interval, STEPS, 0))));
    if (cutsAnyway) {
      assertThat(got).isEqualTo(want);
      return;
    }
    Map<String, Double> shown = new HashMap<>();
    run.shown(one, whole, 0, shown);
    Assume.that(ChunkedRun.margin(given.model.graph(), shown) > 1e-9);
    Statistics.label("somebody is told of what was heard")
        .collect(hears(given.model.graph()))
        .coverage(c -> c.check(true).percentage(p -> p > 10));
    run.assertSameSpikes(whole);
    assertThat(got.toArray())
        .containsExactly(want.toArray(), within(1e-10 * Math.max(ChunkedRun.largest(want), 1e-3)));
  }

  private static boolean hears(PlasticGraph graph) {
    return GraphForm64.of(graph, new GraphCase(0).options(TapeLimit.NONE)).projections().stream()
        .anyMatch(p -> p.heardStates() > 0);
  }
}
