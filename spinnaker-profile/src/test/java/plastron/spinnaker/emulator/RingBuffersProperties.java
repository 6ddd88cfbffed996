package plastron.spinnaker.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RingBuffersProperties {

  static final int NEURONS = 5;

  @Property
  void slotsNeverExceedSixteenBitsAndEveryLossIsCounted(
      @ForAll @IntRange(max = 1000) int time,
      @ForAll @IntRange(max = 7) int delay,
      @ForAll @Size(max = 30) List<@IntRange(max = 65535) Integer> weights) {
    RingBuffers ring = new RingBuffers(NEURONS, 2, 3);
    long sum = 0;
    long losses = 0;
    for (int weight : weights) {
      ring.add(time, delay, 1, 3, weight);
      sum += weight;
      losses += sum > 65535 ? 1 : 0;
      sum = Math.min(sum, 65535);
    }
    int[] taken = new int[NEURONS];
    ring.take(time + delay, 1, taken);
    assertThat(taken).containsExactly(0, 0, 0, (int) sum, 0);
    assertThat(ring.saturations()).isEqualTo(losses);
    ring.take(time + delay, 1, taken);
    assertThat(taken).containsOnly(0);
  }

  @Property
  void aSignedRowIsSplitByItsSign(
      @ForAll @Size(max = 6)
          List<@Size(NEURONS) List<@IntRange(min = -65535, max = 65535) Integer>> rows) {
    RingBuffers split = new RingBuffers(NEURONS, 2, 1);
    RingBuffers single = new RingBuffers(NEURONS, 2, 1);
    for (List<Integer> row : rows) {
      split.addSigned(4, 1, row.stream().mapToInt(Integer::intValue).toArray());
      for (int j = 0; j < NEURONS; j++) {
        int weight = row.get(j);
        single.add(
            4,
            1,
            weight < 0 ? RingBuffers.INHIBITORY : RingBuffers.EXCITATORY,
            j,
            Math.abs(weight));
      }
    }
    int[] a = new int[NEURONS];
    int[] b = new int[NEURONS];
    for (int type = 0; type < 2; type++) {
      split.take(5, type, a);
      single.take(5, type, b);
      assertThat(a).isEqualTo(b);
    }
    assertThat(split.saturations()).isEqualTo(single.saturations());
  }

  @Property
  void staticWordsKeepTheirFields(
      @ForAll @IntRange(max = 65535) int weight,
      @ForAll @IntRange(max = 15) int delay,
      @ForAll @IntRange(max = 1) int type,
      @ForAll @IntRange(max = 255) int index) {
    RowFormat format = RowFormat.of(256, 2, 16);
    int word = format.word(weight, delay, type, index);
    assertThat(
            List.of(format.weight(word), format.delay(word), format.type(word), format.index(word)))
        .containsExactly(weight, delay, type, index);
    RingBuffers ring = new RingBuffers(256, 2, format.delayBits());
    format.deliver(new int[] {word}, 9, ring);
    int[] taken = new int[256];
    ring.take(9 + delay, type, taken);
    assertThat(taken[index]).isEqualTo(weight);
  }
}
