package plastron.export.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;
import plastron.export.toy.ToyModels;
import plastron.export.trace.TraceComparison;

class JudgementTest {

  private static final Accuracy GUESSING = new Accuracy(20, 9, 10, 13);

  private static SpikeAgreement agreement(SpikeRaster expected, SpikeRaster actual) {
    SpikeComparison comparison = new SpikeComparison("hidden");
    comparison.add(expected, actual);
    return comparison.agreement();
  }

  private static SpikeRaster noise(double probability, long seed) {
    return ToyModels.noise(400, 12, probability, seed);
  }

  private static Judgement judge(SpikeRaster expected, SpikeRaster actual) {
    SpikeAgreement input = agreement(noise(0.1, 1), noise(0.1, 1));
    return new Judgement(
        FidelityBounds.DEFAULT,
        GUESSING,
        List.of(input, agreement(expected, actual)),
        List.of(),
        List.of(),
        false);
  }

  private static List<Criterion> broken(SpikeRaster expected, SpikeRaster actual) {
    return judge(expected, actual).checks().stream()
        .filter(check -> !check.kept())
        .map(FidelityCheck::criterion)
        .toList();
  }

  @Test
  void theSameSpikesPass() {
    assertThat(broken(noise(0.2, 2), noise(0.2, 2))).isEmpty();
  }

  @Test
  void oneSideAloneThatIsSilentBreaksEverySpikeCriterion() {
    Criterion[] all = {Criterion.SPIKE_RATIO, Criterion.RATE_ERROR, Criterion.COINCIDENCE};
    assertThat(broken(noise(0.2, 2), noise(0, 2))).containsExactly(all);
    assertThat(broken(noise(0, 2), noise(0.2, 2))).containsExactly(all);
  }

  @Test
  void spikesOfTheSameRatesAtOtherTimesCoincideByChance() {
    assertThat(broken(noise(0.2, 2), noise(0.2, 3))).containsExactly(Criterion.COINCIDENCE);
    assertThat(agreement(noise(0.2, 2), noise(0.2, 3)).coincidence()).isGreaterThan(0.4);
    assertThat(Math.abs(agreement(noise(0.2, 2), noise(0.2, 3)).aboveChance())).isLessThan(0.1);
  }

  @Test
  void twiceTheSpikesAreTooMany() {
    SpikeRaster twice = noise(0.1, 2);
    SpikeRaster more = noise(0.1, 3);
    for (int t = 0; t < twice.steps(); t++) {
      for (int n = 0; n < twice.neurons(); n++) {
        if (more.get(t, n)) {
          twice.set(t, n);
        }
      }
    }
    assertThat(broken(noise(0.1, 2), twice)).contains(Criterion.SPIKE_RATIO, Criterion.RATE_ERROR);
  }

  @Test
  void neuronsThatFireForOthersHaveWrongRates() {
    SpikeRaster first = new SpikeRaster(400, 4);
    SpikeRaster last = new SpikeRaster(400, 4);
    for (int t = 0; t < 400; t += 5) {
      first.set(t, 0);
      last.set(t, 3);
    }
    assertThat(broken(first, last)).contains(Criterion.RATE_ERROR);
    assertThat(agreement(first, last).ratio()).isEqualTo(1);
  }

  @Test
  void whatGivesNothingToCompareIsNamed() {
    assertThat(judge(noise(0, 2), noise(0, 2)).unjudged())
        .containsExactly("Layer hidden is silent on both sides: its spikes say nothing.");
    assertThat(judge(noise(1, 2), noise(1, 2)).unjudged()).hasSize(1);
    Judgement still =
        new Judgement(
            FidelityBounds.DEFAULT,
            GUESSING,
            List.of(agreement(noise(0.2, 2), noise(0.2, 2))),
            List.of(new TraceComparison("hidden").error()),
            List.of(),
            true);
    assertThat(still.unjudged())
        .containsExactly("No rule acted in any episode: what the chip learns was not compared.");
  }
}
