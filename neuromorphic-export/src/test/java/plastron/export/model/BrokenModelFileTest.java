package plastron.export.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.file.BrokenFileException;
import plastron.export.toy.ToyModels;

/** Model files that are damaged, or no model files. */
class BrokenModelFileTest {

  @TempDir Path folder;

  @Test
  void everyCutAndEveryChangedByteIsNoticed() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(ToyModels.inForm(2, 1, "dp-linear"), file);
    byte[] bytes = Files.readAllBytes(file);
    Path damaged = folder.resolve("damaged");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(damaged, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> ModelFile.read(damaged)).isInstanceOf(BrokenFileException.class);
    }
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 4;
      Files.write(damaged, changed);
      assertThatThrownBy(() -> ModelFile.read(damaged))
          .isInstanceOf(BrokenFileException.class)
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void headersThatAnnounceWhatTheFileDoesNotHaveAreRefused() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(ToyModels.inForm(2, 1, "static"), file);
    byte[] bytes = Files.readAllBytes(file);
    for (long length : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE}) {
      ByteBuffer.wrap(bytes).putLong(12, length);
      Files.write(file, bytes);
      assertThatThrownBy(() -> ModelFile.read(file))
          .isInstanceOf(BrokenFileException.class)
          .hasMessageContaining("its header announces " + Long.toUnsignedString(length));
    }
  }

  @Test
  void aFileWithoutEndIsNotRead() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    assertThatThrownBy(() -> ModelFile.read(Path.of("/dev/zero")))
        .hasMessage("File (/dev/zero) is no regular file.");
  }

  @Test
  void anotherFormatVersionIsNamed() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(ToyModels.inForm(2, 1, "static"), file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[11] = 9;
    Files.write(file, bytes);
    assertThatThrownBy(() -> ModelFile.read(file))
        .hasMessageContaining("format version (9), this build reads 1 to 6.");
  }
}
