package plastron.tasks.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import plastron.export.artifact.ModelFile;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.plot.LearningCurve;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.MetricsTable;
import plastron.tasks.run.RunFolder;
import plastron.tasks.run.WholeFile;

/** What a finished run leaves besides its checkpoints: the model, and the learning curve. */
final class FinalFiles {

  private FinalFiles() {}

  /** Writes them; those that a killed process already wrote are the same and stay. */
  static void write(RunFolder run, TrainingSetup setup, Checkpoint end, PrintWriter out)
      throws IOException {
    Path model = run.path().resolve("model.plastron");
    if (!Files.exists(model)) {
      PlasticModel trained = end.model(setup.plan());
      ModelFile.write(trained, model);
    }
    MetricsTable metrics = MetricsTable.read(run.metrics(), end.state().iteration());
    byte[] csv = metrics.toCsv().getBytes(StandardCharsets.UTF_8);
    WholeFile.write(run.path().resolve("learning-curve.csv"), csv);
    if (!metrics.rows().isEmpty()) {
      picture(run, setup, metrics, out);
    }
  }

  private static void picture(
      RunFolder run, TrainingSetup setup, MetricsTable metrics, PrintWriter out)
      throws IOException {
    byte[] png;
    try {
      png = LearningCurve.png(setup.config(), metrics);
    } catch (LinkageError | InternalError e) {
      // A Java without fonts or graphics: the training is worth more than its picture.
      out.println("No learning-curve.png: this Java cannot draw (" + e.getMessage() + ").");
      return;
    }
    WholeFile.write(run.path().resolve("learning-curve.png"), png);
  }
}
