package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

/** Wrong runs, targets and images: one clear line, exit code 2, no stack trace. */
class BadInputTest {

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private Path image;
  private Path manifest;

  @BeforeAll
  static void makeRun() {
    TinyRun.make(shared.resolve("run"), "dp-oja", "spinnaker1");
  }

  @BeforeEach
  void export() {
    Path export = folder.resolve("export");
    image = export.resolve("image.plastron");
    manifest = export.resolve("manifest.json");
    CommandRun run =
        command(
            "export",
            shared.resolve("run"),
            "--target",
            "spinnaker1",
            "--episodes",
            "1",
            "--out",
            export);
    assertThat(run.err()).isEmpty();
  }

  private static CommandRun command(Object... words) {
    return CommandRun.of(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
  }

  private static void refused(CommandRun run, String... parts) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines().filter(l -> l.startsWith("plastron: "))).hasSize(1);
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
    assertThat(run.err()).contains(parts);
  }

  private CommandRun emulate() {
    return command("emulate", folder.resolve("export"), "--episodes", "2");
  }

  @Test
  void aMissingRun() {
    for (String verb : new String[] {"export", "verify"}) {
      Path out = folder.resolve("new");
      refused(
          command(verb, folder.resolve("nowhere"), "--target", "spinnaker1", "--out", out),
          "nowhere) does not exist, expected the folder of a run.");
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void anUnknownTarget() {
    CommandRun run =
        command(
            "export", shared.resolve("run"), "--target", "spinaker1", "--out", folder.resolve("x"));
    refused(run, "Target (spinaker1) must be one of ", "Maybe spinnaker1 was meant.");
  }

  @Test
  void aFormThatTheChipHasNot() {
    refused(
        command("verify", shared.resolve("run"), "--target", "loihi1", "--allow", "asisted"),
        "Option --allow (asisted) must be a form of loihi1: [assisted, reward].",
        "Maybe assisted was meant.");
    refused(
        command("verify", shared.resolve("run"), "--target", "loihi2", "--allow", "assisted"),
        "Option --allow (assisted) must be a form of loihi2: it has none.",
        "Maybe leave it out.");
  }

  @Test
  void anArithmeticThatTheChipHasNot() {
    refused(
        command("verify", shared.resolve("run"), "--target", "loihi2", "--arithmetic", "brian2"),
        "Option --arithmetic: setting arithmetic (brian2) must be one of [lava, brian2loihi].",
        "Maybe brian2loihi was meant.");
    refused(
        command("verify", shared.resolve("run"), "--target", "spinnaker1", "--arithmetic", "lava"),
        "Option --arithmetic: setting (arithmetic) is not known to spinnaker1.",
        "Maybe leave it out: it is for Loihi.");
  }

  @Test
  void numbersOutOfRange() {
    refused(
        command("emulate", folder.resolve("export"), "--episodes", "0"), "Option --episodes (0)");
    refused(
        command("verify", shared.resolve("run"), "--target", "spinnaker1", "--max-loss", "-1"),
        "Option --max-loss (-1.0)");
    refused(
        command("verify", shared.resolve("run"), "--target", "spinnaker1", "--set", "nonsense"),
        "Option --set (nonsense) must be key=value.");
  }

  @Test
  void aFolderThatIsNoExport() {
    Path run = shared.resolve("run");
    refused(
        command("emulate", run),
        "has no manifest.json, expected the folder of an export.",
        "Maybe make one: plastron export %s --target CHIP --out DIR".formatted(run));
    refused(command("emulate", image), "is a file, expected the folder of an export.");
    refused(command("emulate", shared.resolve("nothing")), "does not exist");
  }

  @Test
  void aChangedImage() throws IOException {
    byte[] bytes = Files.readAllBytes(image);
    bytes[bytes.length / 2] ^= 1;
    Files.write(image, bytes);
    refused(emulate(), "differs from its hash in the manifest");
  }

  @Test
  void aTruncatedImage() throws IOException, GeneralSecurityException {
    replace(Arrays.copyOf(Files.readAllBytes(image), 1000));
    refused(emulate(), "holds (948) bytes, its header announces ");
  }

  @Test
  void anotherKindOfFile() throws IOException, GeneralSecurityException {
    replace(Files.readAllBytes(shared.resolve("run/model.plastron")));
    refused(emulate(), "is no chip image of Plastron.");
  }

  @Test
  void anImageOfAnotherVersion() throws IOException, GeneralSecurityException {
    byte[] bytes = Files.readAllBytes(image);
    bytes[11] = 77;
    replace(bytes);
    refused(emulate(), "has format version (77), this build reads 1 to 4.");
  }

  @Test
  void settingsOfAnotherTask() throws IOException, GeneralSecurityException {
    settings("group_size = 10", "group_size = 5");
    refused(
        emulate(),
        "has population input (40 spike sources), expected input (20 spike sources), which task"
            + " cue-association feeds.");
  }

  /** The task would be the same. */
  @Test
  void settingsOfAnotherModel() throws IOException, GeneralSecurityException {
    for (String[] change :
        new String[][] {{"hidden = 12", "hidden = 13"}, {"delay = 40", "delay = 41"}}) {
      settings(change[0], change[1]);
      refused(
          emulate(),
          "in config.toml are not those that its model was trained with",
          "Maybe config.toml was edited, or is of another run.");
      settings(change[1], change[0]);
    }
    assertThat(emulate().exitCode()).isZero();
  }

  private void settings(String from, String to) throws IOException, GeneralSecurityException {
    Path config = folder.resolve("export/config.toml");
    String text = Files.readString(config);
    assertThat(text).contains(from);
    replace(config, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private void replace(byte[] bytes) throws IOException, GeneralSecurityException {
    replace(image, bytes);
  }

  /** Puts other bytes in a file's place and tells the manifest so. */
  private void replace(Path file, byte[] bytes) throws IOException, GeneralSecurityException {
    String text =
        Files.readString(manifest)
            .replace(hash(Files.readAllBytes(file)), hash(bytes))
            .replace("\"bytes\": " + Files.size(file), "\"bytes\": " + bytes.length);
    Files.write(file, bytes);
    Files.writeString(manifest, text);
  }

  private static String hash(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
