package plastron.export.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.file.BrokenFileException;

class NpzReaderTest {

  @TempDir private Path folder;

  @Test
  void readsNumbersOfAllWidths() throws IOException {
    Path file = folder.resolve("a.npz");
    ByteBuffer reals = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    reals.putDouble(0.5).putDouble(-1e300);
    try (NpzStream npz = new NpzStream(Files.newOutputStream(file))) {
      npz.add(NpyArray.ints("i", new int[] {1, -2, 3}, 3));
      npz.add(NpyArray.bytes("b", new byte[] {-1}, 1));
      npz.add("r", "<f8", 2, new ByteArrayInputStream(reals.array()));
    }
    Map<String, double[]> read = NpzReader.read(file, 1000);
    assertThat(read.keySet()).containsExactly("i", "b", "r");
    assertThat(read.get("i")).containsExactly(1, -2, 3);
    assertThat(read.get("b")).containsExactly(255);
    assertThat(read.get("r")).containsExactly(0.5, -1e300);
  }

  @Test
  void refusesWhatIsNoSuchFileOrTooLong() throws IOException {
    Path text = Files.writeString(folder.resolve("text.npz"), "pre,post\n");
    assertThatThrownBy(() -> NpzReader.read(text, 1000))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("is no npz file");
    Path square =
        Files.write(
            folder.resolve("square.npz"),
            NpzFile.bytes(List.of(NpyArray.ints("s", new int[] {1, 2, 3, 4}, 2, 2))));
    assertThatThrownBy(() -> NpzReader.read(square, 1000))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("expected one axis");
    Path row =
        Files.write(
            folder.resolve("row.npz"),
            NpzFile.bytes(List.of(NpyArray.ints("s", new int[] {1, 2, 3, 4}, 4))));
    assertThat(NpzReader.read(row, 32).get("s")).hasSize(4);
    assertThatThrownBy(() -> NpzReader.read(row, 31))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("too long");
  }
}
