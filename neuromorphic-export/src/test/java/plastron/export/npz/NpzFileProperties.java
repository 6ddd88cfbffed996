package plastron.export.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written is read back, and the same arrays give the same file. */
class NpzFileProperties {

  @Property(tries = 200)
  void arraysComeBack(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 6) Integer> lengths,
      @ForAll Random random)
      throws IOException {
    int[] shape = lengths.stream().mapToInt(Integer::intValue).toArray();
    int size = lengths.stream().reduce(1, (a, b) -> a * b);
    int[] values = random.ints(size).toArray();
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    List<NpyArray> arrays =
        List.of(NpyArray.ints("layer0.w", values, shape), NpyArray.bytes("b", bytes, shape));

    byte[] file = NpzFile.bytes(arrays);

    List<NpyArray> read = NpzContent.of(file);
    assertThat(read).extracting(NpyArray::name).containsExactly("layer0.w", "b");
    assertThat(read).allMatch(array -> array.shape().equals(lengths));
    assertThat(NpzContent.numbers(read.getFirst())).isEqualTo(values);
    assertThat(read.getLast().data()).isEqualTo(bytes);
    assertThat(NpzFile.bytes(arrays)).isEqualTo(file);
  }

  @Example
  void numbersFillTheShape() {
    assertThatThrownBy(() -> NpyArray.ints("w", new int[5], 2, 3))
        .hasMessage("Array w (20 bytes) must have 24 for the shape [2, 3].");
  }
}
