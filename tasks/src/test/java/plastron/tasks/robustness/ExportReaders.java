package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.core.run.Input;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.artifact.ExportDirectory;
import plastron.export.artifact.ImageFile;
import plastron.export.conformance.StrictJson;
import plastron.export.file.BrokenFileException;
import plastron.export.format.ModelImporters;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.model.ModelFile;
import plastron.export.profile.ChipProfiles;
import plastron.export.proto.ImageProto;
import plastron.export.proto.ModelProto;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.export.ExportFolder;

/** The readers of models, chip images and exports. */
final class ExportReaders {

  private static final int MOST_STEPS = 64;

  private final Originals originals;

  private ExportReaders(Originals originals) {
    this.originals = originals;
  }

  static List<ReaderUnderTest> all(Originals originals) {
    ExportReaders readers = new ExportReaders(originals);
    return Stream.of(
            Stream.of(readers.model()),
            Originals.CHIPS.stream().map(readers::image),
            Stream.of(
                readers.folder("manifest", ExportDirectory.MANIFEST),
                readers.folder("settings", ExportFolder.CONFIG),
                readers.folder("image", ExportDirectory.IMAGE)))
        .flatMap(some -> some)
        .toList();
  }

  private static byte[] framed(byte[] original, Descriptor kind, RandomGenerator random) {
    return random.nextInt(20) == 0
        ? ByteEdits.edit(original, random)
        : Frames.withMessage(original, MessageEdits.edited(kind, Frames.message(original), random));
  }

  private ReaderUnderTest model() {
    List<byte[]> models =
        Stream.concat(Stream.of("paper"), Originals.CHIPS.stream())
            .map(name -> Originals.bytes(originals.run(name).resolve("model.plastron")))
            .toList();
    Path file = originals.file("model.plastron");
    return new ReaderUnderTest(
        "model.plastron",
        BrokenFileException.class,
        random ->
            framed(models.get(random.nextInt(models.size())), ModelProto.getDescriptor(), random),
        content -> {
          PlasticModel model = ModelImporters.read(Files.write(file, content));
          byte[] written = ModelFile.bytes(model);
          PlasticModel again = ModelImporters.read(Files.write(file, written));
          assertThat(ModelFile.bytes(again)).isEqualTo(written);
          PlasticGraph graph = model.graph();
          if (graph.projections().stream().allMatch(p -> p.latency() <= MOST_STEPS)) {
            List<Integer> sources =
                IntStream.of(graph.inputs()).mapToObj(p -> graph.sizes()[p]).toList();
            int interval = graph.clock().updateInterval();
            simulator(model).ifPresent(runner -> runs(runner, sources, interval));
          }
        });
  }

  /** Empty if weights are beyond single precision: such models are read, but not run. */
  private static Optional<PlasticRunner> simulator(PlasticModel model) {
    try {
      return Optional.of(PlasticRunner.of(model));
    } catch (ArithmeticException beyond) {
      return Optional.empty();
    }
  }

  private ReaderUnderTest image(String chip) {
    byte[] original = Originals.bytes(originals.exported(chip).resolve(ExportDirectory.IMAGE));
    Path file = originals.file(chip + " image");
    return new ReaderUnderTest(
        "chip image, " + chip,
        BrokenFileException.class,
        random -> framed(original, ImageProto.getDescriptor(), random),
        content -> {
          ChipImage image = ImageFile.read(Files.write(file, content));
          Files.delete(file);
          ImageFile.write(image, file);
          assertThat(ImageFile.read(file)).isEqualTo(image);
          emulates(file, chip, image);
        });
  }

  /** What a chip does not load is refused; what it loads runs. */
  private static void emulates(Path file, String chip, ChipImage image) {
    Runner emulator;
    try {
      emulator = ChipProfiles.named(chip).emulator(image, true, image.seed());
    } catch (BrokenImageException e) {
      throw new BrokenFileException(file, String.valueOf(e.getMessage()), e);
    }
    runs(
        emulator,
        image.sources().stream().map(p -> image.sizes().get(p)).toList(),
        image.updateInterval());
  }

  /** Two windows, but no more steps than there is time for. */
  private static void runs(Runner runner, List<Integer> sources, int interval) {
    int steps = (int) Math.min(MOST_STEPS, 2L * interval + 1);
    SplittableRandom noise = new SplittableRandom(1);
    List<SpikeRaster> spikes = sources.stream().map(n -> noise(steps, n, noise)).toList();
    assertThat(runner.run(new Input(spikes, Map.of())).spikes()).isNotEmpty();
  }

  private static SpikeRaster noise(int steps, int neurons, SplittableRandom noise) {
    SpikeRaster input = new SpikeRaster(steps, neurons);
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < Math.min(neurons, 1000); i++) {
        if (noise.nextInt(3) == 0) {
          input.set(t, i);
        }
      }
    }
    return input;
  }

  /** An export in which one file is another, and the manifest says so. */
  private ReaderUnderTest folder(String what, String name) {
    Path export = originals.copy(originals.exported("loihi2"), "export with another " + what);
    Path manifest = export.resolve(ExportDirectory.MANIFEST);
    byte[] original = Originals.bytes(export.resolve(name));
    JsonObject listed =
        StrictJson.parse(new String(Originals.bytes(manifest), StandardCharsets.UTF_8));
    return new ReaderUnderTest(
        "export, its " + what,
        BadInputException.class,
        random ->
            switch (name) {
              case ExportDirectory.MANIFEST -> JsonEdits.edited(listed, random);
              case ExportDirectory.IMAGE -> framed(original, ImageProto.getDescriptor(), random);
              default -> TextEdits.edit(original, random);
            },
        content -> {
          Files.write(export.resolve(name), content);
          if (!name.equals(ExportDirectory.MANIFEST)) {
            Files.writeString(manifest, Frames.listing(listed, name, content).toString());
          }
          opens(export);
        });
  }

  private static void opens(Path export) throws IOException {
    ExportFolder opened = ExportFolder.open(export);
    assertThat(opened.evaluation(1)).isNotNull();
    assertThat(opened.image().profile()).isEqualTo(opened.profile().name());
    try {
      opened.profile().emulator(opened.image(), true, 1);
    } catch (BrokenImageException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
