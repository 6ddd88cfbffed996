package plastron.tasks.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.export.file.WholeFile;
import plastron.export.model.ModelFile;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.model.InitialModel;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.plot.LearningCurve;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.MetricsTable;
import plastron.tasks.run.RunFolder;

/** What a finished run leaves besides its checkpoints: the model, and the learning curve. */
final class FinalFiles {

  private FinalFiles() {}

  /**
   * Requires that what has the name of the run's model, if anything, is a model of this run: not to
   * train for hours what cannot be written then.
   *
   * @throws BadInputException otherwise
   */
  static void requireOwn(RunFolder run, Configuration config) throws IOException {
    Path file = model(run);
    if (WholeFile.exists(file) && !isOf(config, file)) {
      throw foreign(file);
    }
  }

  private static boolean isOf(Configuration config, Path file) throws IOException {
    try {
      String configuration = ModelFile.read(file).provenance().get(InitialModel.CONFIGURATION);
      return config.hash().equals(configuration);
    } catch (BrokenFileException e) {
      return false;
    }
  }

  private static Path model(RunFolder run) {
    return run.path().resolve("model.plastron");
  }

  /** Writes them; those that a killed process already wrote are the same and stay. */
  static void write(RunFolder run, TrainingSetup setup, Checkpoint end, PrintWriter out)
      throws IOException {
    model(model(run), ModelFile.bytes(end.model(setup.plan())));
    MetricsTable metrics =
        MetricsTable.read(run.metrics(), setup.measures(), end.state().iteration());
    byte[] csv = metrics.toCsv().getBytes(StandardCharsets.UTF_8);
    WholeFile.replace(run.path().resolve("learning-curve.csv"), csv);
    if (!metrics.rows().isEmpty()) {
      picture(run, setup, metrics, out);
    }
  }

  /** A file of the name that is something else is neither kept as the model nor overwritten. */
  private static void model(Path file, byte[] bytes) throws IOException {
    if (!WholeFile.exists(file)) {
      WholeFile.create(file, bytes);
    } else if (!Files.isRegularFile(file)
        || Files.size(file) != bytes.length
        || !Arrays.equals(BoundedFile.read(file, bytes.length), bytes)) {
      throw foreign(file);
    }
  }

  private static BadInputException foreign(Path file) {
    return new BadInputException(
        "File (%s) is not the model of this run.".formatted(file),
        "Maybe move it away and resume the run, which then writes its own.");
  }

  private static void picture(
      RunFolder run, TrainingSetup setup, MetricsTable metrics, PrintWriter out)
      throws IOException {
    byte[] png;
    try {
      png = LearningCurve.png(setup.config(), setup.design(), metrics);
    } catch (LinkageError | InternalError e) {
      // A Java without fonts or graphics: the training is worth more than its picture.
      out.println("No learning-curve.png: this Java cannot draw (" + e.getMessage() + ").");
      return;
    }
    WholeFile.replace(run.path().resolve("learning-curve.png"), png);
  }
}
