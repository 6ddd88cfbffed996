package plastron.loihi.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.loihi.emulator.CompartmentParameters;
import plastron.loihi.emulator.Dense;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.SpikeList;

class LoihiArithmeticProperties {

  private static final int PRE = 6;
  private static final LoihiWeightFormat MIXED = new LoihiWeightFormat(SignMode.MIXED, 8);

  private static int[][] weights(Random random) {
    return new int[][] {random.ints(PRE, -127, 128).map(w -> 2 * w).toArray()};
  }

  @Property(tries = 300)
  void bothAgreeOnEvenWeightsWithExponentsFromZero(
      @ForAll long seed, @ForAll @IntRange(max = 7) int exponent) {
    Random random = new Random(seed);
    int[][] weights = weights(random);
    CompartmentParameters parameters =
        new CompartmentParameters(400, 200, 9000, 1, new int[] {random.nextInt(-500, 500)});
    Lif[] neurons = new Lif[2];
    Dense[] synapses = new Dense[2];
    for (LoihiArithmetic arithmetic : LoihiArithmetic.values()) {
      int k = arithmetic == LoihiArithmetic.LAVA ? 0 : 1;
      assertThat(arithmetic.effective(weights, MIXED)).isDeepEqualTo(weights);
      neurons[k] = new Lif(parameters, arithmetic);
      synapses[k] = new Dense(weights, PRE, exponent, arithmetic);
    }
    for (int t = 0; t < 40; t++) {
      SpikeList spikes = new SpikeList(PRE);
      for (int j = 0; j < PRE; j++) {
        if (random.nextInt(4) == 0) {
          spikes.add(j);
        }
      }
      for (int k = 0; k < 2; k++) {
        int[] input = new int[1];
        synapses[k].deliver(input);
        neurons[k].step(input);
        synapses[k].receive(spikes);
      }
      if (neurons[0].currentWraps() + neurons[0].voltageClips() > 0) {
        return;
      }
      assertThat(neurons[1].current(0)).isEqualTo(neurons[0].current(0));
      assertThat(neurons[1].voltage(0)).isEqualTo(neurons[0].voltage(0));
    }
  }

  @Example
  void theyDifferInRoundingInShiftingAndBeyondTheRegister() {
    int[][] odd = {{-15}};
    assertThat(LoihiArithmetic.LAVA.effective(odd, MIXED)[0][0]).isEqualTo(-16);
    assertThat(LoihiArithmetic.BRIAN2LOIHI.effective(odd, MIXED)[0][0]).isEqualTo(-14);
    int[] sums = new int[2];
    for (LoihiArithmetic arithmetic : LoihiArithmetic.values()) {
      int[] sum = new int[1];
      for (int spike = 0; spike < 3; spike++) {
        arithmetic.add(new int[] {6}, -2, sum);
      }
      sums[arithmetic == LoihiArithmetic.LAVA ? 0 : 1] = arithmetic.sum(sum[0], -2);
    }
    assertThat(sums).containsExactly(4, 3);
    long tooLarge = CurrentRegister.HALF + 64;
    assertThat(LoihiArithmetic.LAVA.current(tooLarge)).isEqualTo(64 - CurrentRegister.HALF);
    assertThat(LoihiArithmetic.BRIAN2LOIHI.current(tooLarge)).isEqualTo((int) tooLarge);
  }

  @Example
  void aRefractoryPeriodHoldsTheVoltage() {
    Lif lif =
        new Lif(
            new CompartmentParameters(4095, 0, 1, 3, new int[] {100}), LoihiArithmetic.BRIAN2LOIHI);
    StringBuilder course = new StringBuilder();
    for (int t = 0; t < 7; t++) {
      course.append(lif.step(new int[1]).size());
    }
    assertThat(course).hasToString("1001001");
  }

  @Example
  void anUnknownNameIsRefused() {
    assertThat(LoihiArithmetic.of(Map.of())).isEqualTo(LoihiArithmetic.LAVA);
    assertThatThrownBy(() -> LoihiArithmetic.of(Map.of("arithmetic", "brian")))
        .hasMessage("Setting arithmetic (brian) must be one of [lava, brian2loihi].");
  }
}
