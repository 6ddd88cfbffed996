package plastron.tasks.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plastron.export.artifact.ExportDirectory;
import plastron.export.artifact.ImageFile;
import plastron.export.fidelity.FidelityReport;
import plastron.export.file.BrokenFileException;
import plastron.export.format.OutputFormat;
import plastron.export.format.OutputFormats;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.export.profile.ChipProfile;
import plastron.plasticity.model.PlasticGraph;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.measure.Trials;
import plastron.tasks.model.InitialModel;
import plastron.tasks.run.RunFailure;

/**
 * The folder of an export: the chip image and all that is needed to run it on its task.
 *
 * @param path the folder
 * @param image the compiled network
 * @param profile the chip it was compiled for
 * @param config settings of the run, the task among them
 */
public record ExportFolder(
    Path path, ChipImage image, ChipProfile<?, ?> profile, Configuration config) {

  /** Name of the file with the run's settings. */
  public static final String CONFIG = "config.toml";

  /** Name of the report about the compilation. */
  public static final String REPORT = "report.md";

  /** Name of the comparison of float model and chip. */
  public static final String FIDELITY = "fidelity.md";

  /** Throws {@link BadInputException} if something of this name exists. */
  public static void requireAbsent(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new BadInputException(
          "Output (%s) exists, expected a new name.".formatted(path),
          "Maybe choose another name or remove it first.");
    }
  }

  /**
   * Writes an export; the folder is there completely or not at all.
   *
   * @param formats what to write the image in, besides Plastron's own
   * @param fidelity the comparison to file with it
   * @return names of all files
   */
  public static List<String> write(
      CompiledRun compiled, List<OutputFormat> formats, FidelityReport fidelity, Path path) {
    requireAbsent(path);
    ChipImage image = compiled.image();
    List<OutputFile> files = new ArrayList<>(OutputFormats.write(image, formats));
    String toml = compiled.run().setup().config().toToml();
    files.add(
        OutputFile.text(
            CONFIG, "settings of the run and its task, read by plastron emulate", toml));
    String report = ExportReport.print(image, compiled.profile());
    files.add(OutputFile.text(REPORT, "what was compiled to what, for people", report));
    String markdown = fidelity.toMarkdown();
    files.add(OutputFile.text(FIDELITY, "float model against chip, for people", markdown));
    files.add(
        OutputFile.text(
            "fidelity.json", "float model against chip, for programs", fidelity.toJson()));
    try {
      return ExportDirectory.write(image, files, path);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException("Output (%s) exists, expected a new name.".formatted(path));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /**
   * Reads an export.
   *
   * @throws BadInputException if it is none, damaged, or of another version
   */
  public static ExportFolder open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new BadInputException(
          "Export (%s) %s, expected the folder of an export."
              .formatted(path, Files.exists(path) ? "is a file" : "does not exist"),
          maybe("RUN"));
    }
    if (!Files.isRegularFile(path.resolve(ExportDirectory.MANIFEST))) {
      throw new BadInputException(
          "Export (%s) has no %s, expected the folder of an export."
              .formatted(path, ExportDirectory.MANIFEST),
          maybe(Files.isRegularFile(path.resolve(CONFIG)) ? path : "RUN"));
    }
    try {
      ChipImage image = ExportDirectory.read(path, CONFIG);
      Configuration config = Configuration.merge(List.of(ConfigLayer.ofFile(path.resolve(CONFIG))));
      requireTask(path, image, config.design().graph());
      requireModel(path, image, config);
      return new ExportFolder(path, image, Target.named(image.profile()), config);
    } catch (BrokenFileException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  private static String maybe(Object run) {
    return "Maybe make one: %s"
        .formatted(ShellLine.of("export", run, "--target", "CHIP", "--out", "DIR"));
  }

  private static void requireTask(Path path, ChipImage image, PlasticGraph task) {
    int[] sizes = task.sizes();
    int wantedInputs = IntStream.of(task.inputs()).map(p -> sizes[p]).sum();
    int wantedOutputs = sizes[task.outputs()[0]];
    int inputs = image.sources().stream().mapToInt(p -> image.sizes().get(p)).sum();
    boolean same = image.sizes().size() == sizes.length;
    int outputs = image.sizes().get(same ? task.outputs()[0] : image.sizes().size() - 1);
    if (!same || inputs != wantedInputs || outputs != wantedOutputs) {
      throw new BadInputException(
          "Chip image of export (%s), with %d inputs and %d outputs, does not fit the task of its %s, which has %d and %d."
              .formatted(path, inputs, outputs, CONFIG, wantedInputs, wantedOutputs));
    }
  }

  private static void requireModel(Path path, ChipImage image, Configuration config) {
    String trained = String.valueOf(image.provenance().get(InitialModel.CONFIGURATION));
    if (!trained.equals(config.hash())) {
      throw new BadInputException(
          "Settings of export (%s) in %s are not those that its model was trained with (their hash is %.8s..., expected %.8s...)."
              .formatted(path, CONFIG, config.hash(), trained),
          "Maybe %s was edited, or is of another run.".formatted(CONFIG));
    }
  }

  /** Whether this is an export of what was compiled. */
  public boolean holds(CompiledRun compiled) {
    return config.hash().equals(compiled.run().setup().config().hash())
        && Arrays.equals(ImageFile.bytes(image), ImageFile.bytes(compiled.image()));
  }

  /** Fresh trials of the task: those that the run itself would be judged by. */
  public Trials evaluation(int count) {
    return TrainedRun.evaluation(config, count);
  }
}
