package plastron.tasks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class QuickstartCommandTest {

  @TempDir private Path folder;

  private static CommandRun quickstart(Path out, int threads) {
    return CommandRun.of(
        "quickstart",
        "--seed",
        "7",
        "--threads",
        Integer.toString(threads),
        "--episodes",
        "12",
        "--set",
        "length=reduced",
        "--set",
        "task.cues=3",
        "--set",
        "model.hidden=32",
        "--set",
        "model.w_mean=2",
        "--set",
        "training.batch=4",
        "--set",
        "training.iterations=2",
        "--out",
        out.toString());
  }

  @Test
  void endsWithTheTableAndWhereTheFilesLie() throws IOException {
    Path out = folder.resolve("quick start");
    CommandRun run = quickstart(out, 2);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("Training learned", "Training static", "Folder " + out + " holds:")
        .contains(Files.readString(out.resolve("table.md")));
    assertThat(run.out()).containsPattern("\nDone in \\d+ min \\d+ s\\.\n");
    theNextCommandsAreRight(run, out);
    for (String part : new String[] {"learned/model.plastron", "static/model.plastron"}) {
      assertThat(out.resolve(part)).isNotEmptyFile();
    }
    for (String chip : new String[] {"loihi2", "spinnaker1"}) {
      assertThat(out.resolve(chip).resolve("image.plastron")).isNotEmptyFile();
      assertThat(out.resolve(chip).resolve("report.md")).isNotEmptyFile();
      assertThat(out.resolve(chip).resolve("fidelity.md")).isNotEmptyFile();
    }
    JsonArray rows = rows(out);
    assertThat(rows).hasSize(6);
    for (JsonElement row : rows) {
      double accuracy = row.getAsJsonObject().get("accuracy").getAsDouble();
      assertThat(accuracy).isBetween(0.0, 1.0);
      assertThat(row.getAsJsonObject().get("low95").getAsDouble()).isLessThanOrEqualTo(accuracy);
    }
    for (int chip = 1; chip <= 4; chip++) {
      assertThat(rows.get(chip).getAsJsonObject().get("cores").getAsInt()).isPositive();
      assertThat(rows.get(chip).getAsJsonObject().get("synaptic_memory_bytes").getAsLong())
          .isPositive();
    }
  }

  /** The last three lines can be pasted; the blank in the folder's name is quoted. */
  private static void theNextCommandsAreRight(CommandRun run, Path out) {
    List<String> next = run.out().lines().toList();
    next = next.subList(next.size() - 3, next.size());
    assertThat(next)
        .containsExactly(
            "  plastron plot '%s/learned' --out '%s/figures'".formatted(out, out),
            "  plastron verify '%s/learned' --target spinnaker1".formatted(out),
            "  plastron train cue-association --rule dp-oja --hardware loihi2 --length reduced"
                + " --out '%s/dp-oja'".formatted(out));
    CommandRun plot =
        CommandRun.of("plot", out.resolve("learned").toString(), "--out", out + "/figures");
    assertThat(plot.exitCode()).isEqualTo(ExitCode.OK);
  }

  private static JsonArray rows(Path out) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("table.json")))
        .getAsJsonObject()
        .getAsJsonArray("rows");
  }

  @Test
  void threadsChangeNoNumber() throws IOException {
    quickstart(folder.resolve("one"), 1);
    quickstart(folder.resolve("three"), 3);
    assertThat(Files.readString(folder.resolve("three/table.json")))
        .isEqualTo(Files.readString(folder.resolve("one/table.json")));
  }

  @Test
  void nothingIsOverwritten() {
    CommandRun run = quickstart(folder, 1);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("exists, expected a new name.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWrongSettingIsNoticedBeforeAnythingIsMade() {
    CommandRun run =
        CommandRun.of("quickstart", "--set", "training.batsh=2", "--out", folder + "/quick");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("training.batsh", "Maybe training.batch was meant.");
    assertThat(folder).isEmptyDirectory();
  }
}
