package plastron.tasks.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;

class CueAssociationTest {

  private static final CueAssociation LOW = new CueAssociation(CueSettings.full(CueNoise.low()));
  private static final CueAssociation HIGH = new CueAssociation(CueSettings.full(CueNoise.high()));

  private static double rate(List<Decision> episodes, int group, int from, int to) {
    double spikes = 0;
    for (Decision episode : episodes) {
      for (int j = 10 * group; j < 10 * group + 10; j++) {
        spikes += episode.input().single().count(j, from, to);
      }
    }
    return spikes / (episodes.size() * 10.0 * (to - from));
  }

  private static List<Decision> probes(CueAssociation task, CueProbe probe) {
    SplittableRandom random = new SplittableRandom(1);
    List<Decision> episodes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      episodes.add(probe.episode(task, random));
    }
    return episodes;
  }

  @Test
  void aTrialIs440StepsLongAndReadInItsLast56() {
    Decision episode = LOW.episode(new SplittableRandom(1));
    assertThat(episode.input().steps()).isEqualTo(440);
    assertThat(episode.input().single().neurons()).isEqualTo(40);
    assertThat(episode.readout()).isEqualTo(new ReadoutSteps(384, 440));
  }

  @Test
  void groupsSpikeWithTheirProbabilities() {
    List<Decision> left = probes(LOW, CueProbe.ALL_LEFT);
    assertThat(rate(left, 1, 0, 24)).isCloseTo(0.4, within(0.02));
    assertThat(rate(left, 1, 24, 32)).isCloseTo(0.01, within(0.01));
    assertThat(rate(left, 1, 192, 216)).isCloseTo(0.4, within(0.02));
    assertThat(rate(left, 1, 216, 440)).isCloseTo(0.01, within(0.005));
    assertThat(rate(left, 0, 0, 440)).isCloseTo(0.01, within(0.005));
    assertThat(rate(left, 2, 0, 384)).isCloseTo(0.01, within(0.005));
    assertThat(rate(left, 2, 384, 440)).isCloseTo(0.4, within(0.02));
    assertThat(rate(left, 3, 0, 440)).isCloseTo(0.1, within(0.01));
    List<Decision> noisy = probes(HIGH, CueProbe.ALL_RIGHT);
    assertThat(rate(noisy, 0, 0, 24)).isCloseTo(0.3, within(0.02));
    assertThat(rate(noisy, 1, 0, 440)).isCloseTo(0.1, within(0.01));
    assertThat(rate(noisy, 3, 0, 440)).isCloseTo(0.2, within(0.01));
  }

  @Test
  void theLabelIsTheSideWithMoreCuesAndBothAreEquallyLikely() {
    SplittableRandom random = new SplittableRandom(2);
    int left = 0;
    int onFavoured = 0;
    for (int i = 0; i < 2000; i++) {
      Decision episode = LOW.episode(random);
      int cues = 0;
      for (int c = 0; c < 7; c++) {
        cues +=
            count(episode.input().single(), 1, c) > count(episode.input().single(), 0, c) ? 1 : 0;
      }
      assertThat(episode.label()).isEqualTo(cues > 3 ? 1 : 0);
      left += episode.label();
      onFavoured += Math.max(cues, 7 - cues);
    }
    assertThat(left / 2000.0).isCloseTo(0.5, within(0.04));
    // Mean of max(k, 7 - k) for k binomial (7, 0.7), by hand.
    assertThat(onFavoured / 2000.0).isCloseTo(5.0857, within(0.08));
  }

  private static long count(SpikeRaster input, int group, int cue) {
    long spikes = 0;
    for (int j = 10 * group; j < 10 * group + 10; j++) {
      spikes += input.count(j, 32 * cue, 32 * cue + 24);
    }
    return spikes;
  }

  @Test
  void theGeneratorAloneDecides() {
    Decision a = LOW.episode(new SplittableRandom(5));
    Decision b = LOW.episode(new SplittableRandom(5));
    assertThat(a.input()).isEqualTo(b.input());
    assertThat(a.input()).isNotEqualTo(LOW.episode(new SplittableRandom(6)).input());
  }

  @Test
  void aVariableDelayTakesAllLengthsFrom128To192() {
    CueSettings fixed = CueSettings.full(CueNoise.low());
    CueAssociation task =
        new CueAssociation(
            new CueSettings(fixed.timing().withVariableDelay(), fixed.noise(), 0.7, 1));
    SplittableRandom random = new SplittableRandom(3);
    boolean[] seen = new boolean[193];
    for (int i = 0; i < 2000; i++) {
      Decision episode = task.episode(random);
      int delay = episode.readout().from() - 224;
      assertThat(delay).isBetween(128, 192);
      assertThat(episode.readout().to()).isEqualTo(episode.input().steps());
      seen[delay] = true;
    }
    for (int delay = 128; delay <= 192; delay++) {
      assertThat(seen[delay]).isTrue();
    }
  }

  @Test
  void probesHaveTheirLabels() {
    assertThat(CueProbe.ALL_LEFT.episode(LOW, new SplittableRandom(1)).label()).isEqualTo(1);
    assertThat(CueProbe.ALL_RIGHT.episode(LOW, new SplittableRandom(1)).label()).isZero();
    assertThat(CueProbe.MIXED.sides(3)).containsExactly(Side.RIGHT, Side.LEFT, Side.RIGHT);
    assertThat(CueProbe.NO_CUE.episode(LOW, new SplittableRandom(1)).label()).isEqualTo(-1);
    assertThat(rate(probes(LOW, CueProbe.NO_CUE), 0, 0, 224)).isCloseTo(0.01, within(0.005));
  }

  @Test
  void settingsThatMakeNoTaskAreRefused() {
    assertThatThrownBy(() -> new CueTiming(6, 1, 0, 0, 0, 1)).hasMessageContaining("(6)");
    assertThatThrownBy(() -> new CueTiming(3, 1, 0, 4, 5, 1)).hasMessageContaining("(5)");
    assertThatThrownBy(() -> new CueNoise(1.5, 0, 0)).hasMessageContaining("(1.5)");
    assertThatThrownBy(() -> new CueNoise(0, Double.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> LOW.episode(List.of(Side.LEFT), new SplittableRandom(1)))
        .hasMessageContaining("(1 cues)");
  }
}
