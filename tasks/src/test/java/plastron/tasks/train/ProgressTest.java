package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.Trainer;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Presets;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.progress.StatusLine;
import plastron.tasks.progress.Terminal;
import plastron.tasks.run.MetricsLine;

class ProgressTest {

  @Test
  void eightyColumnsHaveAllThatMatters() {
    StepReport report = report();
    assertThat(line(80, report))
        .hasSizeLessThan(80)
        .matches("\\[\\.+] {5}1/10000  -:--:-- left  accuracy \\d\\.\\d{3}  last 100 0\\.750 *.*");
    assertThat(line(120, report))
        .hasSizeLessThan(120)
        .matches(
            "\\[\\.+] {5}1/10000  -:--:-- left  accuracy \\d\\.\\d{3}  last 100 0\\.750"
                + "  gradient \\d\\.\\de[+-]\\d\\d  hidden rate \\d\\.\\d{4} *");
  }

  private static StepReport report() {
    List<String> small =
        List.of(
            "rule=dp-oja", "length=reduced", "task.cues=3", "model.hidden=8", "training.batch=2");
    TrainingSetup setup =
        TrainingSetup.of(Presets.complete(List.of(ConfigLayer.ofAssignments(small))));
    try (Trainer trainer = new Trainer(setup.plan(), 1)) {
      return trainer.step();
    }
  }

  private static String line(int columns, StepReport report) {
    StringWriter text = new StringWriter();
    Terminal terminal = new Terminal(true, () -> columns);
    Progress progress =
        new Progress(new StatusLine(new PrintWriter(text), terminal, System::nanoTime), 0, 10_000);
    progress.show(new MetricsLine(report, 0.75));
    progress.end();
    return text.toString().strip().replaceAll(".*\r", "");
  }
}
