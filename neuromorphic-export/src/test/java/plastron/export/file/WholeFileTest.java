package plastron.export.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path folder;

  private void nothingElseThan(Path... files) {
    assertThat(folder.toFile().listFiles())
        .extracting(f -> f.toPath())
        .containsExactlyInAnyOrder(files);
  }

  @Test
  void aFileIsThereWithNothingBesideIt() throws IOException {
    Path file = folder.resolve("a");
    WholeFile.create(file, CONTENT);
    assertThat(file).hasBinaryContent(CONTENT);
    WholeFile.replace(file, new byte[] {4});
    assertThat(file).hasBinaryContent(new byte[] {4});
    nothingElseThan(file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksAreNeitherFollowedNorOverwritten() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "mine");
    Path file = folder.resolve("a");
    Path old = Files.createSymbolicLink(folder.resolve(".a.partial"), other);
    WholeFile.create(file, CONTENT);
    assertThat(other).hasContent("mine");
    Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertThatThrownBy(() -> WholeFile.create(dangling, CONTENT))
        .isInstanceOf(FileAlreadyExistsException.class);
    nothingElseThan(other, file, old, dangling);
  }

  @Test
  void whatIsMadeMeanwhileStays() throws IOException {
    Path out = folder.resolve("out");
    assertThatThrownBy(
            () ->
                WholeFolder.create(
                    out,
                    partial -> {
                      Files.writeString(partial.resolve("x"), "x");
                      Files.writeString(out, "mine");
                    }))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(out).hasContent("mine");
    assertThatThrownBy(() -> WholeFile.create(out, CONTENT))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("Maybe choose another name");
    assertThat(out).hasContent("mine");
    nothingElseThan(out);
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException {
    Path dead = folder.resolve(".plastron-0123456789abcdef.partial");
    Files.createDirectories(dead.resolve("content/sub"));
    Files.writeString(dead.resolve("content/sub/x"), "x");
    Files.createFile(dead.resolve("lock"));
    Path empty = Files.createDirectory(folder.resolve(".plastron-00000000000000aa.partial"));
    Path foreign = Files.createDirectory(folder.resolve(".plastron-00000000000000bb.partial"));
    Files.writeString(foreign.resolve("notes"), "mine");
    Path named = Files.createDirectory(folder.resolve(".plastron-mine.partial"));
    try (Partial alive = Partial.beside(folder.resolve("b"))) {
      Files.writeString(alive.content(), "half");
      Path file = folder.resolve("a");
      WholeFile.create(file, CONTENT);
      assertThat(dead).doesNotExist();
      assertThat(empty).doesNotExist();
      assertThat(alive.content()).hasContent("half");
      nothingElseThan(file, foreign, named, Objects.requireNonNull(alive.content().getParent()));
    }
  }

  @Test
  void aPartialOfALivingProcessIsNotRemoved() throws Exception {
    Path held = Files.createDirectory(folder.resolve(".plastron-00000000000000cc.partial"));
    Path lock = Files.createFile(held.resolve("lock"));
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldsLock.class.getName(),
                lock.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('!');
      WholeFile.create(folder.resolve("a"), CONTENT);
      assertThat(held).exists();
    } finally {
      other.destroyForcibly().waitFor();
    }
    WholeFile.create(folder.resolve("b"), CONTENT);
    assertThat(held).doesNotExist();
  }
}
