package plastron.loihi.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.loihi.emulator.SpikeList;

/** Registers of neuron programs against exact arithmetic, far past their ranges. */
class Fixed15Properties {

  private static BigInteger shifted(BigInteger value, int shift) {
    return shift > 0
        ? value.add(BigInteger.ONE.shiftLeft(shift - 1)).shiftRight(shift)
        : value.shiftLeft(-shift);
  }

  private static BigInteger limited(BigInteger value) {
    return value.min(BigInteger.valueOf(32767)).max(BigInteger.valueOf(-32768));
  }

  @Property
  void aShiftIsExactOrSaturates(
      @ForAll long value, @ForAll @IntRange(min = -100, max = 100) int shift) {
    Fixed15 fixed = new Fixed15();
    long bounded = value >> 2;
    BigInteger exact = shifted(BigInteger.valueOf(bounded), shift);
    int limited = fixed.limit(Fixed15.shift(bounded, shift));
    assertThat(BigInteger.valueOf(limited)).isEqualTo(limited(exact));
    assertThat(fixed.saturations > 0).isEqualTo(!limited(exact).equals(exact));
  }

  @Property(tries = 300)
  void whatIsGatheredIsExactOrCounted(
      @ForAll @IntRange(min = 1, max = 400) int senders,
      @ForAll @IntRange(min = -127, max = 127) int weight,
      @ForAll @IntRange(min = 0, max = 32767) int impulse,
      @ForAll @IntRange(min = 0, max = 15) int payload,
      @ForAll @IntRange(min = 0, max = 255) int gain,
      @ForAll @IntRange(min = -31, max = 31) int shift) {
    NeuronProgram program =
        NeuronProgram.parse(
            java.util.List.of(
                "gather M from W population 0 decay 0 impulse %d payload %d gain %d shift %d"
                    .formatted(impulse, payload, gain, shift)));
    int[][] weights = new int[senders][1];
    SpikeList all = new SpikeList(senders);
    for (int k = 0; k < senders; k++) {
      weights[k][0] = weight;
      all.add(k);
    }
    NeuronProgramRun state = new NeuronProgramRun(program, 1, name -> weights);
    state.step(new SpikeList[] {all, new SpikeList(1)}, 1, new int[1]);
    state.send();
    state.update();
    BigInteger exact =
        shifted(BigInteger.valueOf((long) senders * weight * (impulse >> payload) * gain), shift);
    assertThat(BigInteger.valueOf(state.register("M")[0])).isEqualTo(limited(exact));
    assertThat(state.saturations() > 0).isEqualTo(!limited(exact).equals(exact));
  }

  @Property(tries = 300)
  void whatIsFilteredIsExactOrCounted(
      @ForAll @IntRange(min = -(1 << 20), max = 1 << 20) int arrived,
      @ForAll @IntRange(min = 0, max = 32767) int gain,
      @ForAll @IntRange(min = -31, max = 31) int shift) {
    NeuronProgram program =
        NeuronProgram.parse(
            java.util.List.of("filter p decay 0 gain %d shift %d".formatted(gain, shift)));
    NeuronProgramRun state = new NeuronProgramRun(program, 1, name -> new int[0][0]);
    state.step(new SpikeList[] {new SpikeList(1), new SpikeList(1)}, 1, new int[] {arrived});
    BigInteger exact = shifted(BigInteger.valueOf((long) arrived * gain), shift);
    assertThat(BigInteger.valueOf(state.register("p")[0])).isEqualTo(limited(exact));
    assertThat(state.saturations() > 0).isEqualTo(!limited(exact).equals(exact));
  }
}
