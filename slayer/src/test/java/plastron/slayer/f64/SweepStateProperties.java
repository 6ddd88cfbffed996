package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.slayer.Precision;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** The state of a sweep between two chunks: kept, given and refused. */
class SweepStateProperties {

  private static final int STEPS = GraphCase.STEPS;

  /** What is written down goes into another sweep, and every chunk's tape is another's. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aStateThatWasKeptGoesOnAsIfNothingHadBeen(@ForAll long seed, @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    Random random = new Random(seed);
    SweepOptions options = given.options(ChunkedRun.limit(random));
    Sweep sweep = precision.sweep(given.model, options);
    List<Integer> starts = ChunkedRun.starts(given, random);
    ChunkedRun run = ChunkedRun.of(given, sweep, starts);
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
    assertThat(ChunkedRun.gradient(fresh, given, resumed.chunks(0)))
        .isEqualTo(ChunkedRun.gradient(sweep, given, run.chunks(0)));
    Map<String, Double> rest = new HashMap<>();
    resumed.shown(sweep, straight, starts.get(cut), rest);
    assertThat(run.shown(sweep)).containsAllEntriesOf(rest);
    Precision other = precision == Precision.FLOAT ? Precision.DOUBLE : Precision.FLOAT;
    SweepState otherPrecision = other.sweep(given.model, options).state();
    assertThat(otherPrecision.size()).isEqualTo(state.size());
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
