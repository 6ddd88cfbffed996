package plastron.loihi.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.loihi.arithmetic.CurrentRegister;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.chip.LoihiRegister;

/** Sums of as many inputs as an axon table holds, against exact arithmetic. */
class CurrentRangeProperties {

  /** The inputs of one step of one neuron, all with the same weight. */
  private static Lif step(int inputs, int weight, int exponent) {
    int[][] weights = new int[1][inputs];
    Arrays.fill(weights[0], weight);
    Dense dense = new Dense(weights, inputs, exponent, LoihiArithmetic.LAVA);
    SpikeList spikes = new SpikeList(inputs);
    for (int j = 0; j < inputs; j++) {
      spikes.add(j);
    }
    int[] activation = new int[1];
    dense.receive(spikes);
    dense.deliver(activation);
    Lif lif = new Lif(new CompartmentParameters(0, 0, 131071, 1, new int[1]), LoihiArithmetic.LAVA);
    lif.step(activation);
    return lif;
  }

  @Property(tries = 200)
  void aCurrentIsExactOrCounted(
      @ForAll @IntRange(min = 1, max = 4096) int inputs,
      @ForAll @IntRange(min = -256, max = 254) int weight,
      @ForAll @IntRange(min = 0, max = 7) int exponent) {
    Lif lif = step(inputs, weight, exponent);
    BigInteger exact =
        BigInteger.valueOf(inputs).multiply(BigInteger.valueOf(weight)).shiftLeft(exponent + 6);
    assertThat(lif.currentWraps() > 0)
        .isNotEqualTo(exact.equals(BigInteger.valueOf(lif.current(0))));
  }

  @Property(tries = 200)
  void whatWrapsStaysInTheRegister(
      @ForAll @IntRange(min = 1, max = 4096) int inputs,
      @ForAll @IntRange(min = -256, max = 254) int weight) {
    int current = step(inputs, weight, 7).current(0);
    assertThat(current).isBetween(-CurrentRegister.HALF, CurrentRegister.HALF);
  }

  @Example
  void theCaseOfTwoThousandInputs() {
    assertThat(LoihiRegister.INPUTS.high()).isEqualTo(4096);
    Lif lif = step(2064, 254, 7);
    assertThat(lif.current(0)).isEqualTo(-262144);
    assertThat(lif.currentWraps()).isEqualTo(1);
  }
}
