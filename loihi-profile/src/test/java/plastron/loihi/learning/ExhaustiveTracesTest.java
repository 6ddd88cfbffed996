package plastron.loihi.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.random.RecordedRandom;

/** Every value of a trace, every decay, every impulse. */
class ExhaustiveTracesTest {

  private static final int VALUES = TraceBank.LARGEST + 1;
  private static final int[] EVERY_VALUE = IntStream.range(0, VALUES).toArray();

  private static int[] after(TraceParameters parameters, boolean spikes, double decay, int carry) {
    TraceBank bank =
        new TraceBank(new TraceParameters[] {parameters}, VALUES, 1, true, new LearningCounts());
    RecordedRandom random =
        new RecordedRandom(
            new RecordedRandom.Step[] {new RecordedRandom.Step(0, decay, carry, 0, 0)},
            new double[0]);
    random.nextStep();
    bank.write(0, EVERY_VALUE);
    for (int z = 0; spikes && z < VALUES; z++) {
      bank.spike(z, 1, random);
    }
    bank.replayEpoch(false, random);
    return bank.history(0)[1];
  }

  /** What decays is rounded up where the number drawn lies below the part that is lost. */
  @Test
  void everyTraceOfEveryDecay() {
    for (int tau = 1; tau <= 4096; tau = tau < 1024 ? tau + 1 : tau + 61) {
      double factor = Math.exp(-1.0 / tau);
      for (double drawn : new double[] {0, 0.25, 0.5, 0.999}) {
        int[] got = after(TraceParameters.of(0.5, tau), false, drawn, 0);
        for (int z = 0; z < VALUES; z++) {
          BigDecimal decayed = new BigDecimal(factor * z);
          BigDecimal kept = decayed.setScale(0, RoundingMode.FLOOR);
          boolean up = new BigDecimal(drawn).compareTo(decayed.subtract(kept)) < 0;
          assertThat(got[z])
              .as("trace %d, tau %d, drawn %s", z, tau, drawn)
              .isEqualTo(kept.intValueExact() + (up ? 1 : 0));
        }
      }
    }
  }

  /** The number drawn has 7 bits, the fraction 8: from one half on, one more is certain. */
  @Test
  void everyTraceOfEveryImpulse() {
    for (int impulse = 0; impulse <= 127 * 256; impulse += 37) {
      for (int carry : new int[] {0, 1, 63, 64, 126, 127}) {
        int[] got = after(new TraceParameters(of(impulse), 1), true, 0, carry);
        for (int z = 0; z < VALUES; z++) {
          int sum = z + impulse / 256 + (carry < impulse % 256 ? 1 : 0);
          assertThat(got[z])
              .as("trace %d, impulse %d / 256, drawn %d", z, impulse, carry)
              .isEqualTo(Math.min(127, sum));
        }
      }
    }
  }

  private static TraceImpulse of(int impulse) {
    return TraceImpulse.lava(impulse / 256.0);
  }
}
