package plastron.tasks.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.network.Neuron.SpikeSource;
import plastron.export.artifact.ExportDirectory;
import plastron.export.artifact.ImageFile;
import plastron.export.fidelity.FidelityReport;
import plastron.export.file.BrokenFileException;
import plastron.export.format.OutputFormat;
import plastron.export.format.OutputFormats;
import plastron.export.image.ChipImage;
import plastron.export.image.ImagePopulation;
import plastron.export.image.OutputFile;
import plastron.export.model.ModelFile;
import plastron.export.profile.ChipProfile;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Streams;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.measure.Trials;
import plastron.tasks.model.InitialModel;
import plastron.tasks.model.TerminalCheck;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.RunFailure;
import plastron.tasks.trained.TrainedNetwork;

/**
 * The folder of an export: the chip image and all that is needed to run it on its task.
 *
 * @param path the folder
 * @param image the compiled network
 * @param profile the chip it was compiled for
 * @param config settings of the run or the model, the task among them
 * @param design the task, with the network of the image
 */
public record ExportFolder(
    Path path,
    ChipImage image,
    ChipProfile<?, ?> profile,
    Configuration config,
    TaskDesign<?> design) {

  /** Name of the file with the run's settings. */
  public static final String CONFIG = "config.toml";

  /** Name of the file with the model that was compiled. */
  public static final String MODEL = "model.plastron";

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
    String toml = compiled.run().config().toToml();
    files.add(
        OutputFile.text(
            CONFIG, "settings of the run and its task, read by plastron emulate", toml));
    files.add(
        new OutputFile(
            MODEL,
            "the model that was compiled, read by plastron why",
            ModelFile.bytes(compiled.run().model())));
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
      TaskDesign<?> design = design(path, image, config);
      requireModel(path, image, config);
      return new ExportFolder(path, image, Target.named(image.profile()), config, design);
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

  /** The task with the network of its settings, or with another that a model file had. */
  private static TaskDesign<?> design(Path path, ChipImage image, Configuration config) {
    TaskDesign<?> design = TrainingSetup.design(config);
    List<ImagePopulation> same =
        design.graph().populations().stream()
            .map(p -> new ImagePopulation(p.name(), p.size(), p.neuron() instanceof SpikeSource))
            .toList();
    if (same.equals(image.populations())) {
      return design;
    }
    String subject = "Chip image of export (%s)".formatted(path);
    try {
      new TerminalCheck(subject, config.task().name(), ImageNetwork.populations(image))
          .require(design.terminals());
      return design.on(ImageNetwork.of(image));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BadInputException("%s holds no network: %s".formatted(subject, e.getMessage()));
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
    return config.hash().equals(compiled.run().config().hash())
        && Arrays.equals(ImageFile.bytes(image), ImageFile.bytes(compiled.image()));
  }

  /**
   * The model that was compiled.
   *
   * @throws BadInputException if the export has none or it is damaged
   */
  public PlasticModel model() {
    Path file = path.resolve(MODEL);
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(
          "Export (%s) has no %s, expected the model that it was made from.".formatted(path, MODEL),
          "Maybe it was made by an earlier version of Plastron: %s"
              .formatted(
                  ShellLine.of("export", "RUN", "--target", image.profile(), "--out", "DIR")));
    }
    return TrainedNetwork.model(file);
  }

  /** The trials that ranges were measured on. */
  public Trials calibration(int count) {
    return new Trials(design, config.get(RunSettings.SEED), Streams.CALIBRATION, count);
  }

  /** Fresh trials of the task: those that the run itself would be judged by. */
  public Trials evaluation(int count) {
    return new Trials(design, config.get(RunSettings.SEED), Streams.EVALUATION, count);
  }
}
