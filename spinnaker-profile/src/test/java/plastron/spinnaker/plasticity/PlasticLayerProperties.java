package plastron.spinnaker.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlasticLayerProperties {

  private static final int PRE = 4;
  private static final int POST = 3;
  private static final int STEPS = 10;

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

  private static int[] counts(Random random, int length) {
    return random.ints(length, 0, STEPS + 1).map(x -> x < 4 ? 0 : x).toArray();
  }

  private static KernelCoefficients coefficients(int eta, int etaPhi) {
    return new KernelCoefficients(eta, etaPhi, KernelCoefficients.unit(STEPS));
  }

  @Property(tries = 500)
  void everyKernelFollowsTheReference(
      @ForAll PostFactor post,
      @ForAll PreFactor pre,
      @ForAll Prediction prediction,
      @ForAll Decay decay,
      @ForAll @IntRange(max = 65536) int eta,
      @ForAll @IntRange(max = 65536) int etaPhi,
      @ForAll long seed) {
    Random random = new Random(seed);
    PlasticKernel kernel = new PlasticKernel(post, pre, prediction, decay);
    KernelCoefficients k = coefficients(eta, etaPhi);
    int[] psi = values(random, PRE);
    int[][] modulator = matrix(random, POST, POST);
    PlasticLayer layer =
        new PlasticLayer(
            kernel,
            k,
            psi,
            matrix(random, PRE, POST),
            matrix(random, PRE, POST),
            kernel.modulated() ? modulator : null);
    LayerReference reference = new LayerReference(kernel, k, psi, POST, modulator);
    for (int interval = 0; interval < 12; interval++) {
      int[] preCounts = counts(random, PRE);
      int[] postCounts = counts(random, POST);
      layer.endInterval(preCounts, postCounts);
      reference.endInterval(preCounts, postCounts);
      for (int i = 0; i < PRE; i++) {
        assertThat(layer.phi(i)).isEqualTo(reference.phi[i]);
        for (int j = 0; j < POST; j++) {
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
    KernelCoefficients k = coefficients(eta, 3277);
    PlasticLayer plain =
        new PlasticLayer(
            new PlasticKernel(PostFactor.RATE, pre, prediction), k, psi, weights, alpha, null);
    PlasticLayer modulated =
        new PlasticLayer(
            new PlasticKernel(PostFactor.MODULATED_RATE, pre, prediction),
            k,
            psi,
            weights,
            alpha,
            ones);
    for (int interval = 0; interval < 10; interval++) {
      int[] preCounts = counts(random, PRE);
      int[] postCounts = {STEPS, STEPS, random.nextInt(STEPS / 2)};
      plain.endInterval(preCounts, postCounts);
      modulated.endInterval(preCounts, postCounts);
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
    PlasticLayer layer =
        new PlasticLayer(
            PlasticKernel.DP_OJA,
            coefficients(6554, 0),
            new int[PRE],
            weights,
            new int[PRE][POST],
            null);
    for (int interval = 0; interval < 10; interval++) {
      layer.endInterval(counts(random, PRE), counts(random, POST));
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
    PlasticLayer layer =
        new PlasticLayer(
            PlasticKernel.NDP_BCM,
            coefficients(20000, 5000),
            values(random, PRE),
            weights,
            matrix(random, PRE, POST),
            matrix(random, POST, POST));
    layer.endInterval(counts(random, PRE), counts(random, POST));
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
    PlasticLayer alone =
        new PlasticLayer(
            PlasticKernel.DP_OJA_LOCAL, coefficients(eta, 0), new int[1], weights, weights, null);
    PlasticLayer together =
        new PlasticLayer(
            PlasticKernel.DP_OJA, coefficients(eta, 0), new int[1], weights, weights, null);
    for (int interval = 0; interval < 20; interval++) {
      int[] pre = counts(random, 1);
      int[] post = counts(random, POST);
      alone.endInterval(pre, post);
      together.endInterval(pre, post);
      for (int j = 0; j < POST; j++) {
        assertThat(together.eligibility(0, j)).isEqualTo(alone.eligibility(0, j));
      }
    }
  }

  @Example
  void shapesAndValuesThatDoNotFitAreRefused() {
    KernelCoefficients k = coefficients(6554, 0);
    int[][] fits = new int[PRE][POST];
    assertThatThrownBy(
            () -> new PlasticLayer(PlasticKernel.NDP_OJA, k, new int[PRE], fits, fits, null))
        .hasMessageContaining("modulator weights (none)");
    assertThatThrownBy(
            () ->
                new PlasticLayer(
                    PlasticKernel.DP_OJA, k, new int[PRE], fits, new int[PRE][2], null))
        .hasMessageContaining("alpha, row 0 (2 values) must have 3");
    assertThatThrownBy(
            () ->
                new PlasticLayer(
                    PlasticKernel.DP_OJA, k, new int[] {0, 0, 0, 40000}, fits, fits, null))
        .hasMessageContaining("psi (raw 40000)");
  }
}
