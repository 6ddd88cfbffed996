package plastron.tasks.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run of 40 steps, 8 hidden neurons and 8 trials an iteration: milliseconds per iteration. */
public final class SmallRun {

  private static final List<String> SETTINGS =
      List.of(
          "task.cues=3",
          "task.cue_on=6",
          "task.cue_off=2",
          "task.delay=8",
          "task.decision=8",
          "task.variable_delay=true",
          "model.hidden=8",
          "model.update_interval=4",
          "model.w_mean=4",
          "training.batch=8",
          "training.checkpoint_every=7");

  private SmallRun() {}

  /** The arguments that start it. */
  public static String[] start(Path out, int iterations, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("train", "cue-association", "--rule", "ndp-oja"));
    SETTINGS.forEach(s -> arguments.addAll(List.of("--set", s)));
    arguments.addAll(List.of("--iterations", Integer.toString(iterations)));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** What must not depend on threads or interruptions: every file of a run but its provenance. */
  public static Map<String, List<Byte>> result(Path run) throws IOException {
    Map<String, List<Byte>> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(run)) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("run.json") && !name.equals("lock")) {
          List<Byte> bytes = new ArrayList<>();
          for (byte b : Files.readAllBytes(file)) {
            bytes.add(b);
          }
          files.put(name, bytes);
        }
      }
    }
    return files;
  }
}
