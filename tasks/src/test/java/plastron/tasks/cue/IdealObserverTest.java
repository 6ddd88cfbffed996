package plastron.tasks.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.objective.Decision;

class IdealObserverTest {

  private static final int TRIALS = 4000;

  private record Shares(double bayes, double counted) {}

  private static Shares shares(CueSettings settings) {
    CueAssociation task = new CueAssociation(settings);
    IdealObserver observer = new IdealObserver(settings);
    SplittableRandom random = new SplittableRandom(3);
    double bayes = 0;
    double counted = 0;
    for (int i = 0; i < TRIALS; i++) {
      Decision trial = task.episode(random);
      bayes += observer.answer(trial, random) == trial.label() ? 1.0 / TRIALS : 0;
      counted += observer.counted(trial, random) == trial.label() ? 1.0 / TRIALS : 0;
    }
    return new Shares(bayes, counted);
  }

  /** The counting observer of the high noise level is known: 0.982. */
  @Test
  void atHighNoiseCountingIsNotEnough() {
    Shares shares = shares(CueSettings.full(CueNoise.high()));
    assertThat(shares.bayes()).isGreaterThan(0.999);
    assertThat(shares.counted()).isCloseTo(0.982, within(0.008));
  }

  @Test
  void withoutSignalThereIsNothingToKnow() {
    Shares shares = shares(CueSettings.reduced(new CueNoise(0.2, 0.2, 0.1)));
    assertThat(shares.bayes()).isCloseTo(0.5, within(0.03));
    assertThat(shares.counted()).isCloseTo(0.5, within(0.03));
  }

  @Test
  void certainSpikesAreNoProblem() {
    Shares shares = shares(CueSettings.reduced(new CueNoise(1, 0, 0.1)));
    assertThat(shares.bayes()).isCloseTo(1, within(1e-9));
    assertThat(shares.counted()).isCloseTo(1, within(1e-9));
  }

  /** Every trial of three one-step cues against the sum over all arrangements of cues. */
  @Test
  void theAnswerIsTheMoreProbableOne() {
    CueTiming timing = new CueTiming(3, 1, 0, 1, 0, 1);
    CueSettings settings = new CueSettings(timing, new CueNoise(0.6, 0.3, 0), 0.8, 1);
    IdealObserver observer = new IdealObserver(settings);
    Decision shape =
        new CueAssociation(settings)
            .episode(List.of(Side.LEFT, Side.LEFT, Side.RIGHT), new SplittableRandom(1));
    for (int bits = 0; bits < 64; bits++) {
      SpikeRaster input = new SpikeRaster(5, 4);
      for (int b = 0; b < 6; b++) {
        if ((bits >> b & 1) == 1) {
          input.set(b / 2, b % 2);
        }
      }
      double right = probability(input, 0) - probability(input, 1);
      if (Math.abs(right) > 1e-12) {
        Decision trial = new Decision(input, shape.readout(), -1);
        assertThat(observer.answer(trial, new SplittableRandom(1)))
            .as("spikes %s", Integer.toBinaryString(bits))
            .isEqualTo(right > 0 ? 0 : 1);
      }
    }
  }

  private static double probability(SpikeRaster input, int label) {
    double sum = 0;
    for (int favoured = 0; favoured < 2; favoured++) {
      for (int cues = 0; cues < 8; cues++) {
        if ((Integer.bitCount(cues) >= 2 ? 1 : 0) == label) {
          sum += probability(input, favoured, cues);
        }
      }
    }
    return sum;
  }

  /** Bit c of {@code cues}: 1 if cue c is on the left. */
  private static double probability(SpikeRaster input, int favoured, int cues) {
    double product = 1;
    for (int c = 0; c < 3; c++) {
      int side = cues >> c & 1;
      product *= side == favoured ? 0.8 : 0.2;
      for (int group = 0; group < 2; group++) {
        double p = group == side ? 0.6 : 0.3;
        product *= input.get(c, group) ? p : 1 - p;
      }
    }
    return product;
  }
}
