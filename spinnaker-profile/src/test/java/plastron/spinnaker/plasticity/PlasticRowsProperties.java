package plastron.spinnaker.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.spinnaker.fixed.SpinnakerRegister;

/** Laws of the plastic rows. Long, because each builds its rows from the same drawn numbers. */
class PlasticRowsProperties {

  private static final int PRE = 4;
  private static final int POST = 3;
  private static final int SOURCES = 5;

  private static int[] values(Random random, int length) {
    // a quarter of extremes
    return random
        .ints(length)
        .map(x -> (x & 3) == 0 ? (x & 4) == 0 ? -32768 : 32767 : x >> 16)
        .toArray();
  }

  private static int[][] matrix(Random random, int rows, int columns) {
    int[][] matrix = new int[rows][];
    Arrays.setAll(matrix, i -> values(random, columns));
    return matrix;
  }

  private static int[] rates(Random random, int length) {
    return random
        .ints(length)
        .map(x -> (x & 3) == 0 ? 0 : (x & 4) == 0 ? 32767 : x >>> 17)
        .toArray();
  }

  private static PlasticRows layer(
      PlasticKernel kernel, KernelCoefficients k, int[] psi, int[][] weights, int[][] alpha) {
    return new PlasticRows(
        kernel,
        k,
        KernelShifts.STANDARD,
        new LayerNumbers(psi, weights, alpha, new int[0][], -32768, 32767));
  }

  /** A shift within the range of its register, that of the reference data every other time. */
  private static int shift(Random random, SpinnakerRegister register, int standard) {
    int span = (int) (register.high() - register.low() + 1);
    return random.nextBoolean() ? standard : (int) register.low() + random.nextInt(span);
  }

  private static KernelShifts shifts(Random random) {
    return new KernelShifts(
        shift(random, SpinnakerRegister.SHIFT_MODULATOR, 15),
        shift(random, SpinnakerRegister.SHIFT_POST, 15),
        shift(random, SpinnakerRegister.SHIFT_PREDICTION, 15),
        shift(random, SpinnakerRegister.SHIFT_PRE, 15),
        shift(random, SpinnakerRegister.SHIFT_GAIN, 15),
        shift(random, SpinnakerRegister.SHIFT_PREDICTED, 15),
        shift(random, SpinnakerRegister.SHIFT_LOSS, 30),
        shift(random, SpinnakerRegister.SHIFT_OWN, 30),
        shift(random, SpinnakerRegister.SHIFT_GOAL, 15),
        shift(random, SpinnakerRegister.SHIFT_PHI, 0),
        shift(random, SpinnakerRegister.SHIFT_THETA, 0),
        15);
  }

  /** Every kernel with every number that its registers hold, against unlimited integers. */
  @Property(tries = 2000)
  void everyKernelFollowsTheReference(
      @ForAll PostFactor post,
      @ForAll PreFactor pre,
      @ForAll Prediction prediction,
      @ForAll TraceLoss decay,
      @ForAll @IntRange(max = 65536) int eta,
      @ForAll @IntRange(min = -65536, max = 65536) int gain,
      @ForAll @IntRange(max = 65536) int etaPhi,
      @ForAll @IntRange(max = 65536) int etaTheta,
      @ForAll long seed) {
    Random random = new Random(seed);
    PlasticKernel kernel = new PlasticKernel(post, pre, prediction, decay);
    KernelCoefficients k = new KernelCoefficients(eta, gain, etaPhi, etaTheta);
    KernelShifts s = shifts(random);
    int[] bounds = values(random, 2);
    LayerNumbers numbers =
        new LayerNumbers(
            values(random, PRE),
            matrix(random, PRE, POST),
            matrix(random, PRE, POST),
            kernel.modulated() ? matrix(random, SOURCES, POST) : new int[0][],
            Math.min(bounds[0], bounds[1]),
            Math.max(bounds[0], bounds[1]));
    PlasticRows layer = new PlasticRows(kernel, k, s, numbers);
    LayerReference reference = new LayerReference(kernel, k, s, numbers);
    for (int interval = 0; interval < 12; interval++) {
      int[] preRates = rates(random, PRE);
      int[] postRates = rates(random, POST);
      int[] modulating =
          switch (post) {
            case MODULATED_RATE -> rates(random, SOURCES);
            case HOST_MODULATED_RATE -> random.ints(POST, -40000, 40000).toArray();
            default -> new int[0];
          };
      layer.endInterval(preRates, postRates, modulating);
      reference.endInterval(preRates, postRates, modulating);
      Saturations counted = layer.saturations();
      for (var place :
          Map.of(
                  LayerReference.Place.MODULATOR, counted.modulators(),
                  LayerReference.Place.POST, counted.postFactors(),
                  LayerReference.Place.PREDICTION, counted.predictions(),
                  LayerReference.Place.ERROR, counted.errors(),
                  LayerReference.Place.PRE, counted.preFactors(),
                  LayerReference.Place.TRACE, counted.eligibilities())
              .entrySet()) {
        assertThat(place.getValue() > 0)
            .as(place.getKey().name())
            .isEqualTo(reference.saturated.contains(place.getKey()));
      }
      for (int i = 0; i < PRE; i++) {
        assertThat(layer.phi(i)).isEqualTo(reference.phi[i]);
        for (int j = 0; j < POST; j++) {
          assertThat(layer.theta(j)).isEqualTo(reference.theta[j]);
          assertThat(layer.eligibility(i, j)).isEqualTo(reference.eligibility[i][j]);
        }
      }
    }
  }

  /** Where the modulator saturates just below one, it leaves rates below one half as they are. */
  @Property(tries = 200)
  void aModulatorOfAlmostOneChangesNothing(
      @ForAll PreFactor pre,
      @ForAll Prediction prediction,
      @ForAll @IntRange(max = 65536) int eta,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] psi = values(random, PRE);
    int[][] weights = matrix(random, PRE, POST);
    int[][] alpha = matrix(random, PRE, POST);
    int[][] ones = new int[POST][POST];
    for (int[] row : ones) {
      Arrays.fill(row, 32767);
    }
    KernelCoefficients k = new KernelCoefficients(eta, 3277);
    PlasticRows plain =
        layer(new PlasticKernel(PostFactor.RATE, pre, prediction), k, psi, weights, alpha);
    PlasticRows modulated =
        new PlasticRows(
            new PlasticKernel(PostFactor.MODULATED_RATE, pre, prediction),
            k,
            KernelShifts.STANDARD,
            new LayerNumbers(psi, weights, alpha, ones, -32768, 32767));
    for (int interval = 0; interval < 10; interval++) {
      int[] preRates = rates(random, PRE);
      int[] postRates = {32767, 32767, random.nextInt(16384)};
      plain.endInterval(preRates, postRates, postRates);
      modulated.endInterval(preRates, postRates, postRates);
      assertThat(modulated.modulator(2)).isEqualTo(32767);
      for (int i = 0; i < PRE; i++) {
        assertThat(modulated.eligibility(i, 2)).isEqualTo(plain.eligibility(i, 2));
      }
    }
    assertThat(modulated.saturations().modulators()).isEqualTo(10 * POST);
  }

  @Property(tries = 50)
  void withoutPlasticShareTheWeightsStay(@ForAll long seed) {
    Random random = new Random(seed);
    int[][] weights = matrix(random, PRE, POST);
    PlasticRows layer =
        layer(
            PlasticKernel.DP_OJA,
            new KernelCoefficients(6554, 0),
            new int[PRE],
            weights,
            new int[PRE][POST]);
    for (int interval = 0; interval < 10; interval++) {
      layer.endInterval(rates(random, PRE), rates(random, POST), new int[0]);
    }
    for (int i = 0; i < PRE; i++) {
      assertThat(layer.effectiveRow(i)).isEqualTo(weights[i]);
    }
    assertThat(layer.saturations().weights()).isZero();
  }

  @Property(tries = 50)
  void resetForgets(@ForAll long seed) {
    Random random = new Random(seed);
    int[][] weights = matrix(random, PRE, POST);
    PlasticRows layer =
        new PlasticRows(
            PlasticKernel.NDP_BCM,
            new KernelCoefficients(20000, 5000),
            KernelShifts.STANDARD,
            new LayerNumbers(
                values(random, PRE),
                weights,
                matrix(random, PRE, POST),
                matrix(random, SOURCES, POST),
                -32768,
                32767));
    layer.endInterval(rates(random, PRE), rates(random, POST), rates(random, SOURCES));
    layer.reset();
    for (int i = 0; i < PRE; i++) {
      assertThat(layer.effectiveRow(i)).isEqualTo(weights[i]);
      assertThat(layer.phi(i)).isZero();
      assertThat(layer.eligibility(i, 0)).isZero();
    }
  }

  /**
   * One pre neuron alone: all synapses together are that one synapse, apart from one more clamp
   * that cannot act.
   */
  @Property(tries = 100)
  void forOnePreNeuronBothOjaFormsAgree(@ForAll @IntRange(max = 65536) int eta, @ForAll long seed) {
    Random random = new Random(seed);
    int[][] weights = new int[1][POST];
    KernelCoefficients k = new KernelCoefficients(eta, 0);
    PlasticRows alone = layer(PlasticKernel.DP_OJA_LOCAL, k, new int[1], weights, weights);
    PlasticRows together = layer(PlasticKernel.DP_OJA, k, new int[1], weights, weights);
    for (int interval = 0; interval < 20; interval++) {
      int[] pre = rates(random, 1);
      int[] post = rates(random, POST);
      alone.endInterval(pre, post, new int[0]);
      together.endInterval(pre, post, new int[0]);
      for (int j = 0; j < POST; j++) {
        assertThat(together.eligibility(0, j)).isEqualTo(alone.eligibility(0, j));
      }
    }
  }

  @Example
  void shapesAndValuesThatDoNotFitAreRefused() {
    KernelCoefficients k = new KernelCoefficients(6554, 0);
    int[][] fits = new int[PRE][POST];
    assertThatThrownBy(() -> layer(PlasticKernel.NDP_OJA, k, new int[PRE], fits, fits))
        .hasMessageContaining("modulator weights (none)");
    assertThatThrownBy(() -> layer(PlasticKernel.DP_OJA, k, new int[PRE], fits, new int[PRE][2]))
        .hasMessageContaining("alpha, row 0 (2 values) must have 3");
    assertThatThrownBy(() -> layer(PlasticKernel.DP_OJA, k, new int[] {0, 0, 0, 40000}, fits, fits))
        .hasMessageContaining("psi (raw 40000)");
    assertThatThrownBy(() -> new KernelCoefficients(65537, 0))
        .hasMessage("eta (65537) must lie within 0 to 65536");
    assertThatThrownBy(() -> new LayerNumbers(new int[PRE], fits, fits, new int[0][], 5, 4))
        .hasMessageContaining("bounds of E (raw 5 to 4)");
  }
}
