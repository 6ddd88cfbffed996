package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plastron.export.artifact.ExportDirectory;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.export.file.WholeFile;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;

/** The checkpoints of a run: the newest and the one before it. */
public final class Checkpoints {

  private static final Pattern NAME = Pattern.compile("checkpoint-\\d{9}\\.bin");

  /** Bytes of memory for a byte of a file, at most. */
  private static final int MEMORY = 4;

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** Writes one; of the others only the newest stays. */
  public void save(Checkpoint checkpoint) throws IOException {
    List<Path> older = files();
    Path file = file(checkpoint);
    WholeFile.replace(file, CheckpointFormat.encode(checkpoint));
    List<Path> others = older.stream().filter(f -> !f.equals(file)).toList();
    for (Path old : others.subList(0, Math.max(0, others.size() - 1))) {
      Files.delete(old);
    }
  }

  /**
   * Reads the newest.
   *
   * @throws BadInputException if there is none or it is damaged
   */
  public Checkpoint newest() throws IOException {
    List<Path> files = files();
    if (files.isEmpty()) {
      throw new BadInputException(
          "Run (%s) has no checkpoint, expected checkpoint-*.bin.".formatted(folder),
          Files.exists(folder.resolve(ExportDirectory.MANIFEST))
              ? "Maybe it is an export: %s".formatted(ShellLine.of("emulate", folder))
              : "Maybe its files were deleted; the run has to be started anew.");
    }
    Path newest = files.getLast();
    try {
      Checkpoint read = CheckpointFormat.decode(bytes(newest), newest.toString());
      if (!newest.equals(file(read))) {
        throw new BadInputException(
            "Checkpoint %s is of iteration (%d), its name says another."
                .formatted(newest, read.state().iteration()));
      }
      return read;
    } catch (BadInputException e) {
      String maybe =
          files.size() < 2
              ? "Maybe the disk is damaged; the run has to be started anew."
              : "Maybe go back to the one before it: rm %s".formatted(ShellLine.quoted(newest));
      throw new BadInputException(String.valueOf(e.getMessage()), maybe);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return BoundedFile.read(file, BoundedFile.mostInMemory(MEMORY));
    } catch (BrokenFileException e) {
      throw new BadInputException("Checkpoint %s %s".formatted(file, e.reason()));
    }
  }

  private Path file(Checkpoint checkpoint) {
    return folder.resolve("checkpoint-%09d.bin".formatted(checkpoint.state().iteration()));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
    }
  }
}
