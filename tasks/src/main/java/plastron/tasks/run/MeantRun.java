package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.config.NearestName;

/** Guesses which run somebody meant who named something else. */
final class MeantRun {

  /** Folders that are looked at beside or in the one that was named. */
  private static final int MOST = 1000;

  private MeantRun() {}

  /** Whether a folder looks like a run, at a first glance. */
  static boolean isRun(Path path) {
    return Files.isRegularFile(path.resolve("config.toml"))
        && Files.exists(path.resolve("metrics.jsonl"), LinkOption.NOFOLLOW_LINKS);
  }

  /** A sentence that starts with "Maybe" and names a run, or says how to make one. */
  static String maybe(Path named) {
    return near(named)
        .map(run -> "Maybe %s was meant.".formatted(ShellLine.quoted(run)))
        .orElseGet(
            () ->
                "Maybe make a run: %s"
                    .formatted(
                        ShellLine.of(
                            "train", "cue-association", "--rule", "ndp-oja", "--out", "RUN")));
  }

  private static Optional<Path> near(Path named) {
    Path parent = named.getParent();
    if (Files.isDirectory(named)) {
      return runsIn(named).stream().findFirst();
    }
    if (Files.exists(named)) {
      return Optional.ofNullable(parent).filter(MeantRun::isRun);
    }
    Path folder = parent == null ? Path.of("") : parent;
    List<String> names = runsIn(folder).stream().map(run -> run.getFileName().toString()).toList();
    return named.getFileName() == null
        ? Optional.empty()
        : NearestName.of(named.getFileName().toString(), names).map(folder::resolve);
  }

  /** The runs in a folder, by name; none if it cannot be read. */
  private static List<Path> runsIn(Path folder) {
    List<Path> runs = new ArrayList<>();
    int seen = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (isRun(entry)) {
          runs.add(entry);
        }
        if (++seen == MOST) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return runs.stream().sorted().toList();
  }
}
