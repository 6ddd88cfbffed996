package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;

/** A network that learns by a reward from outside, on the reward channel of Loihi 1. */
class RewardedNetworkTest {

  private static final Path EXAMPLE = Path.of("../examples/networks/rewarded.toml");

  @TempDir static Path folder;

  private static Path trained;

  private static CommandRun run(String words, Object... more) {
    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    Arrays.stream(more).map(Object::toString).forEach(all::add);
    return CommandRun.of(all.toArray(String[]::new));
  }

  @BeforeAll
  static void train() {
    trained = folder.resolve("run");
    CommandRun run =
        run(
            "train levers --hardware loihi1-reward --set task.pulls=12 --set training.batch=4"
                + " --iterations 2 --network",
            EXAMPLE,
            "--out",
            trained);
    assertThat(run.exitCode()).as(run.err()).isBetween(0, 1);
  }

  @Test
  void isExportedAndReadBack() throws IOException {
    Path out = folder.resolve("reward");
    CommandRun export =
        run("export --target loihi1 --allow reward --episodes 8 --out", out, trained);
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(export.out()).contains("L-REWARD layer output: the modulator is the reward trace");
    assertThat(Files.readString(out.resolve("registers.json")))
        .contains("loihi1-reward", "*t*x1*y1*r1", "reward host from signal 0 for all", "NxSDK");
    CommandRun emulated = run("emulate", out);
    assertThat(emulated.exitCode()).as(emulated.err()).isZero();
    CommandRun why = run("why --episodes 2", out);
    assertThat(why.exitCode()).as(why.err()).isZero();
    assertThat(why.out()).contains("floor of products");
  }

  @Test
  void isVerified() {
    CommandRun verify = run("verify --target loihi1 --allow reward --episodes 8", trained);
    assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
    assertThat(verify.out()).contains("L-REWARD");
  }

  /** With processors at hand as well, what all neurons share still takes none. */
  @Test
  void formsAreAllowedTogether() {
    CommandRun both =
        run(
            "export --target loihi1 --allow assisted,reward --episodes 4 --out",
            folder.resolve("both"),
            trained);
    assertThat(both.exitCode()).as(both.err()).isZero();
    assertThat(both.out()).contains("L-REWARD").doesNotContain("L-ASSIST");
    CommandRun again =
        run(
            "export --target loihi1 --allow reward --allow assisted --episodes 4 --out",
            folder.resolve("again"),
            trained);
    assertThat(again.exitCode()).as(again.err()).isZero();
  }

  @Test
  void isRefusedWithoutTheAllowanceAndByLava() {
    CommandRun plain = run("export --target loihi1 --out", folder.resolve("plain"), trained);
    assertThat(plain.exitCode()).isEqualTo(2);
    assertThat(plain.err()).contains("L-MOD-EXTERNAL", "Maybe export to loihi1-reward, or");
    CommandRun lava =
        run(
            "export --target loihi1 --allow reward --format lava --episodes 2 --out",
            folder.resolve("lava"),
            trained);
    assertThat(lava.exitCode()).isEqualTo(2);
    assertThat(lava.err()).contains("L-LAVA-REWARD", "which Lava does not have; NxSDK does");
    assertThat(folder.resolve("lava")).doesNotExist();
  }
}
