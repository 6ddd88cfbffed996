package plastron.loihi.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.loihi.arithmetic.LoihiArithmetic;

class LifProperties {

  @Property
  void denseSumsFollowExactArithmeticWrappedTo32Bits(
      @ForAll long seed, @ForAll @IntRange(min = -8, max = 7) int exponent) {
    Random random = new Random(seed);
    int pre = 5;
    int[][] weights = {
      random.ints(pre, -256, 256).toArray(), random.ints(pre, -256, 256).toArray()
    };
    int[] payload = random.ints(pre).toArray();
    Dense dense = new Dense(weights, pre, exponent, LoihiArithmetic.LAVA);
    int[] activation = new int[2];
    dense.receivePayload(payload);
    dense.deliver(activation);
    for (int i = 0; i < 2; i++) {
      BigInteger sum = BigInteger.ZERO;
      for (int j = 0; j < pre; j++) {
        sum = sum.add(BigInteger.valueOf(weights[i][j]).multiply(BigInteger.valueOf(payload[j])));
      }
      int wrapped = sum.intValue();
      int shifted = BigInteger.valueOf(wrapped).shiftLeft(exponent).intValue();
      assertThat(activation[i]).isEqualTo(shifted);
    }
  }

  @Property
  void withoutDelaysBothSynapsesAgree(
      @ForAll long seed, @ForAll @IntRange(min = -8, max = 7) int exponent) {
    Random random = new Random(seed);
    int[][] weights = new int[3][];
    for (int i = 0; i < 3; i++) {
      weights[i] = random.ints(4, -256, 256).toArray();
    }
    Dense dense = new Dense(weights, 4, exponent, LoihiArithmetic.LAVA);
    DelayedDense delayed =
        new DelayedDense(weights, new int[3][4], 4, exponent, LoihiArithmetic.LAVA);
    SpikeList spikes = new SpikeList(4);
    for (int k = 0; k < 10; k++) {
      int[] a = new int[3];
      int[] b = new int[3];
      dense.deliver(a);
      delayed.deliver(b);
      assertThat(b).containsExactly(a);
      spikes.clear();
      for (int j = 0; j < 4; j++) {
        if (random.nextBoolean()) {
          spikes.add(j);
        }
      }
      dense.receive(spikes);
      delayed.receive(spikes);
    }
  }

  @Example
  void wrapsAndClipsAreCounted() {
    Lif lif =
        new Lif(new CompartmentParameters(0, 0, 131071, 1, new int[] {-100}), LoihiArithmetic.LAVA);
    lif.step(new int[] {-(1 << 17) + 1});
    assertThat(lif.voltageClips()).isEqualTo(1);
    assertThat(lif.voltage(0)).isEqualTo(-Lif.VOLTAGE_LIMIT);
    assertThat(lif.currentWraps()).isZero();
    lif.step(new int[] {-(1 << 17) + 1});
    assertThat(lif.voltageClips()).isEqualTo(1);
    assertThat(lif.currentWraps()).isEqualTo(1);
    assertThat(lif.current(0)).isEqualTo(-8386496 - 8388544 + (1 << 24));
  }
}
