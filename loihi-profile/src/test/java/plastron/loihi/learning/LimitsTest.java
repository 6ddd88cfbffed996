package plastron.loihi.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.random.SeededRandom;
import plastron.loihi.rule.MicrocodeRule;

/** Which limits are counted as a loss and which are the model's own. */
class LimitsTest {

  private static final double DECAY = 15.0 / 17;

  private static LearningEngine run(int impulse, boolean bounded) {
    TraceParameters trace = new TraceParameters(new TraceImpulse(impulse, 0), DECAY);
    LearningEngine engine =
        new LearningEngine(
            new LearningParameters(
                MicrocodeRule.parse(Optional.of("2^0*x1*y0"), Optional.empty(), Optional.empty()),
                false,
                1,
                SignMode.MIXED,
                LoihiArithmetic.LAVA,
                trace,
                TraceParameters.OFF,
                trace,
                TraceParameters.OFF,
                TraceParameters.OFF),
            InitialSynapses.zeros(1, 1),
            new SeededRandom(1, SeededRandom.Sharing.INDEPENDENT),
            Evaluation.ROWS);
    engine.bounded(new boolean[][] {{bounded}});
    SpikeList spikes = new SpikeList(1);
    spikes.add(0);
    for (int t = 0; t < 100; t++) {
      engine.spikes(spikes, spikes);
      engine.learn();
    }
    assertThat(engine.weight(0, 0)).isEqualTo(SignMode.MIXED.largest());
    return engine;
  }

  @Test
  void aTraceAt127IsALossUnlessASpikeInEveryStepFits() {
    LearningCounts narrow = run(17, false).counts();
    assertThat(narrow.traceSaturations()).isPositive();
    assertThat(narrow.traceTops()).isZero();
    assertThat(run(14, false).counts().traceSaturations()).isZero();
  }

  @Test
  void aWeightThatTheRuleBoundsItselfLosesNothing() {
    LearningCounts free = run(14, false).counts();
    LearningCounts bounded = run(14, true).counts();
    assertThat(free.variableSaturations()).isPositive();
    assertThat(free.accumulatorSaturations()).isPositive();
    assertThat(free.variableBounds() + free.accumulatorBounds()).isZero();
    assertThat(bounded.variableBounds()).isEqualTo(free.variableSaturations());
    assertThat(bounded.accumulatorBounds()).isEqualTo(free.accumulatorSaturations());
    assertThat(bounded.variableSaturations() + bounded.accumulatorSaturations()).isZero();
  }
}
