package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TapePlanProperties {

  @Property
  void everyWindowIsInOneRunAndOneStretch(
      @ForAll @IntRange(min = 1, max = 60) int total,
      @ForAll @IntRange(min = 1, max = 60) int run,
      @ForAll @IntRange(min = 1, max = 60) int stretch) {
    TapePlan plan = new TapePlan(total, run, Math.min(run, stretch));
    assertThat(plan.start(0)).isZero();
    assertThat(plan.start(plan.runs())).isEqualTo(total);
    for (int w = 0; w < total; w++) {
      int in = plan.runOf(w);
      assertThat(w).isBetween(plan.start(in), plan.start(in + 1) - 1);
      assertThat(plan.start(in + 1) - plan.start(in)).isBetween(1, run);
    }
    Set<Integer> places = new HashSet<>();
    int last = -1;
    for (int s = 0; s < run; s++) {
      int in = plan.stretchOf(s);
      assertThat(in).isBetween(0, plan.stretches() - 1);
      assertThat(s).isBetween(plan.stretchStart(in), plan.stretchStart(in + 1) - 1);
      if (in != last) {
        assertThat(s).isEqualTo(plan.stretchStart(in));
        places.clear();
      }
      last = in;
      assertThat(places.add(plan.placeOf(s))).isTrue();
      assertThat(plan.placeOf(s)).isBetween(0, plan.stretch() - 1);
    }
    assertThat(plan.stretchOf(run)).isEqualTo(plan.stretches());
    assertThat(plan.placeOf(run)).isZero();
  }

  @Property
  void aTapeIsWithinItsMemoryIfThatIsPossibleAtAll(
      @ForAll @IntRange(min = 1, max = 200) int total,
      @ForAll @IntRange(max = 500) int episode,
      @ForAll @IntRange(min = 1, max = 20) int window,
      @ForAll @IntRange(max = 200) int state,
      @ForAll @IntRange(max = 50) int more,
      @ForAll @IntRange(min = 1, max = 50_000) int bytes) {
    TapeLimit.Sizes sizes = new TapeLimit.Sizes(episode, window, state, state + more);
    TapePlan got = new TapeLimit(Integer.MAX_VALUE, bytes).plan(total, sizes);
    long fewest = sizes.of(new TapePlan(total, 1, 1));
    assertThat(sizes.of(got)).isLessThanOrEqualTo(Math.max(bytes, fewest));
    if (sizes.of(new TapePlan(total, total, total)) <= bytes) {
      assertThat(got.stretch()).isEqualTo(total);
    } else if (got.stretch() < got.run()) {
      TapePlan longer = new TapePlan(total, got.run(), got.stretch() + 1);
      assertThat(sizes.of(got) > bytes || sizes.of(longer) >= sizes.of(got)).isTrue();
    }
  }

  @Example
  void impossiblePlansAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TapePlan(-1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TapePlan(5, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TapePlan(5, 3, 4));
  }
}
