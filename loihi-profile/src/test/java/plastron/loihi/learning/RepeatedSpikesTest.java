package plastron.loihi.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.random.SeededRandom;
import plastron.loihi.random.SeededRandom.Sharing;
import plastron.loihi.rule.MicrocodeRule;

/** Several spikes of one neuron in one epoch: the fraction of every impulse is a chance. */
class RepeatedSpikesTest {

  private static final int NEURONS = 4000;

  /** Mean of x1 after one epoch of two steps, with a spike in both and impulses of a half. */
  private static double meanTrace(Sharing sharing) {
    TraceParameters trace = new TraceParameters(new TraceImpulse(0, 64), 1);
    LearningEngine engine =
        new LearningEngine(
            new LearningParameters(
                MicrocodeRule.parse(Optional.of("2^0*x1*y0"), Optional.empty(), Optional.empty()),
                false,
                2,
                SignMode.MIXED,
                LoihiArithmetic.LAVA,
                trace,
                TraceParameters.OFF,
                trace,
                TraceParameters.OFF,
                TraceParameters.OFF),
            InitialSynapses.zeros(NEURONS, 1),
            new SeededRandom(1, sharing),
            Evaluation.ROWS);
    SpikeList pre = new SpikeList(NEURONS);
    IntStream.range(0, NEURONS).forEach(pre::add);
    for (int t = 0; t < 2; t++) {
      engine.spikes(pre, new SpikeList(1));
      engine.learn();
    }
    return IntStream.range(0, NEURONS).map(n -> engine.x(1, n)).average().orElseThrow();
  }

  @Test
  void everyImpulseDrawsItsOwnNumber() {
    assertThat(meanTrace(Sharing.INDEPENDENT)).isCloseTo(1, Offset.offset(0.05));
  }

  @Test
  void lavaRoundsEarlierOnesUp() {
    assertThat(meanTrace(Sharing.SHARED)).isIn(1.0, 2.0);
  }
}
