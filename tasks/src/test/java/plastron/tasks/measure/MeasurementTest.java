package plastron.tasks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.objective.Decision;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Presets;
import plastron.tasks.cue.CueTask;
import plastron.tasks.progress.Bar;

class MeasurementTest {

  private static final CueTask TASK =
      CueTask.of(
          Presets.complete(
              List.of(
                  ConfigLayer.ofAssignments(
                      List.of("rule=static", "length=reduced", "model.hidden=3")))));

  private static final Trials TRIALS = new Trials(TASK, 5, -4, 40);

  private static Decision trial(int i) {
    return TASK.trials().episode(Seeds.generator(5, -4, i));
  }

  /** Answers with one output neuron: an oracle where {@code right}, silent otherwise. */
  private record Oracle(int trial, boolean right) implements Runner {

    @Override
    public void reset() {}

    @Override
    public Recording run(Input given) {
      SpikeRaster input = given.single();
      Decision episode = MeasurementTest.trial(trial);
      SpikeRaster hidden = new SpikeRaster(input.steps(), 3);
      hidden.set(0, trial % 3);
      SpikeRaster output = new SpikeRaster(input.steps(), 2);
      for (int t = episode.readout().from(); t < episode.readout().to(); t++) {
        output.set(t, right ? episode.label() : 1 - episode.label());
      }
      return new Recording(
          List.of(input, hidden, output), List.of(), Map.of("clipped", (long) trial));
    }
  }

  private record Silent() implements Runner {

    @Override
    public void reset() {}

    @Override
    public Recording run(Input given) {
      SpikeRaster nothing = new SpikeRaster(given.steps(), 2);
      return new Recording(Collections.nCopies(3, nothing), List.of(), Map.of());
    }
  }

  @Test
  void countsWhatEveryTrialGave() {
    Measurement measured = measure(trial -> new Oracle(trial, trial % 4 != 0), 1);
    assertThat(measured.trials()).isEqualTo(40);
    assertThat(measured.correct()).isEqualTo(30);
    assertThat(measured.accuracy()).isEqualTo(0.75);
    assertThat(measured.hiddenRate()).isEqualTo(1.0 / (220 * 3));
    assertThat(measured.counters()).containsExactly(Map.entry("clipped", 39L * 40 / 2));
    assertThat(measured.interval()).isEqualTo(Interval.ofShare(30, 40));
    assertThat(measured.activeShare()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(measured.measured())
        .extracting(Measured::name)
        .containsExactly("accuracy", "sampled", "ideal", "counted");
  }

  @Test
  void threadsChangeNothing() {
    EpisodeRunners.Worker worker = trial -> new Oracle(trial, trial % 3 == 0);
    assertThat(measure(worker, 4)).isEqualTo(measure(worker, 1));
  }

  @Test
  void aFailureEndsTheRestToo() {
    AtomicInteger begun = new AtomicInteger();
    EpisodeRunners.Worker worker =
        trial -> {
          if (begun.incrementAndGet() == 3) {
            throw new IllegalStateException("broken");
          }
          return new Oracle(trial, true);
        };
    assertThatThrownBy(() -> measure(worker, 2)).hasMessage("broken");
    assertThat(begun).hasValueLessThan(TRIALS.count());
  }

  @Test
  void everyTrialIsFreshAndRepeatable() {
    assertThat(inputs(TRIALS)).doesNotHaveDuplicates().isEqualTo(inputs(TRIALS));
    assertThat(inputs(new Trials(TASK, 6, -4, 40))).doesNotContainAnyElementsOf(inputs(TRIALS));
    assertThat(inputs(new Trials(TASK, 5, -6, 40))).doesNotContainAnyElementsOf(inputs(TRIALS));
  }

  private static List<Input> inputs(Trials trials) {
    return trials.inputs(() -> trial -> new Silent());
  }

  /** A silent network guesses, and always guesses the same on the same trial. */
  @Test
  void tiesAreBrokenByTheTrial() {
    Runner silent = new Silent();
    int solved = 0;
    for (int i = 0; i < TRIALS.count(); i++) {
      boolean verdict = TRIALS.compared().take(i, silent).solved();
      assertThat(TRIALS.compared().take(i, silent).solved()).isEqualTo(verdict);
      solved += verdict ? 1 : 0;
    }
    assertThat(solved).isBetween(8, 32);
  }

  private static Measurement measure(EpisodeRunners.Worker worker, int threads) {
    return Measurement.of(
        TRIALS, () -> worker, threads, new Bar(new PrintWriter(new StringWriter()), "Trials", 40));
  }
}
