package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import plastron.export.artifact.ExportDirectory;
import plastron.export.conformance.StrictJson;
import plastron.export.proto.ImageProto;
import plastron.export.proto.ModelProto;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.export.ExportFolder;

/** Whole commands on folders with a mutated file: what people see. */
final class CommandReaders {

  private static final String CHECKPOINT = "checkpoint-%09d.bin".formatted(Originals.ITERATIONS);

  /** What going on with a training reads. */
  private static final List<String> RUN_FILES =
      List.of("config.toml", "metrics.jsonl", "run.json", CHECKPOINT);

  private static final List<String> EXPORT_FILES =
      List.of(ExportDirectory.MANIFEST, ExportDirectory.IMAGE, ExportFolder.CONFIG);

  private final Originals originals;

  private CommandReaders(Originals originals) {
    this.originals = originals;
  }

  static List<ReaderUnderTest> all(Path project, Originals originals) {
    CommandReaders readers = new CommandReaders(originals);
    return Stream.of(
            Stream.of(readers.ofRun(CHECKPOINT, "evaluate", "--episodes", "1")),
            RUN_FILES.stream().map(f -> readers.ofRun(f, "train", "--threads", "1", "--resume")),
            EXPORT_FILES.stream().map(f -> readers.ofExport(f, "emulate")),
            Stream.of(ExportDirectory.IMAGE, ExportFolder.MODEL)
                .map(f -> readers.ofExport(f, "why")),
            Stream.of(readers.conformance(project)))
        .flatMap(some -> some)
        .toList();
  }

  private static ReaderUnderTest of(
      String command, String file, byte[] original, ReaderUnderTest.Reading reading) {
    return new ReaderUnderTest(
        "plastron %s, %s".formatted(command, file),
        BadInputException.class,
        random -> edited(file, original, random),
        reading);
  }

  /** With checksums that fit inside of the file. */
  private static byte[] edited(String file, byte[] original, RandomGenerator random) {
    if (file.endsWith(".bin")) {
      return Frames.checkpoint(original, random);
    }
    if (file.endsWith(".plastron")) {
      byte[] message = Frames.message(original);
      return Frames.withMessage(
          original,
          MessageEdits.edited(
              file.equals(ExportFolder.MODEL)
                  ? ModelProto.getDescriptor()
                  : ImageProto.getDescriptor(),
              message,
              random));
    }
    if (file.endsWith(".h5")) {
      return ByteEdits.edit(original, random);
    }
    return file.endsWith(".json")
        ? JsonEdits.edited(document(original), random)
        : TextEdits.edit(original, random);
  }

  private static JsonObject document(byte[] text) {
    return StrictJson.parse(new String(text, StandardCharsets.UTF_8));
  }

  private ReaderUnderTest ofRun(String file, String command, String... options) {
    Path original = originals.run("loihi2");
    Path run = originals.copy(original, command + " " + file);
    return of(
        command,
        file,
        Originals.bytes(original.resolve(file)),
        content -> {
          originals.copy(original, command + " " + file);
          Files.write(run.resolve(file), content);
          command(Stream.concat(Stream.of(command), Stream.of(options)), run);
        });
  }

  private ReaderUnderTest ofExport(String file, String command) {
    Path original = originals.exported("spinnaker1");
    Path export = originals.copy(original, command + " " + file);
    JsonObject listed = document(Originals.bytes(original.resolve(ExportDirectory.MANIFEST)));
    return of(
        command,
        file,
        Originals.bytes(original.resolve(file)),
        content -> {
          Files.write(export.resolve(file), content);
          if (file.endsWith(".plastron")) {
            Files.writeString(
                export.resolve(ExportDirectory.MANIFEST),
                Frames.listing(listed, file, content).toString());
          }
          command(Stream.of(command, "--threads", "1", "--episodes", "1"), export);
        });
  }

  private ReaderUnderTest conformance(Path project) {
    Path folder = originals.copy(project.resolve(Hdf5Readers.VECTORS), "conformance");
    return of(
        "conformance",
        Hdf5Readers.NETX,
        Originals.bytes(folder.resolve(Hdf5Readers.NETX)),
        content -> {
          Originals.remove(folder);
          Files.createDirectories(folder);
          Files.write(folder.resolve(Hdf5Readers.NETX), content);
          Files.copy(
              project.resolve(Hdf5Readers.VECTORS).resolve(Hdf5Readers.NETX_CASES),
              folder.resolve(Hdf5Readers.NETX_CASES));
          command(Stream.of("conformance"), folder);
        });
  }

  /** Ends with exit code 0 or 1, or with 2 and one line, perhaps with a way out below. */
  private static void command(Stream<String> words, Path folder) {
    CommandRun run =
        CommandRun.of(Stream.concat(words, Stream.of(folder.toString())).toArray(String[]::new));
    if (run.exitCode() == ExitCode.BAD_INPUT) {
      List<String> lines = run.err().lines().toList();
      assertThat(lines).hasSizeBetween(1, 2);
      assertThat(lines.getFirst()).startsWith("plastron: ");
      assertThat(lines.stream().skip(1)).allMatch(line -> line.startsWith("Maybe "));
      throw new BadInputException(lines.getFirst());
    }
    assertThat(run.exitCode()).as(run.err()).isIn(ExitCode.OK, ExitCode.CHECK_FAILED);
    assertThat(run.err()).isEmpty();
  }
}
