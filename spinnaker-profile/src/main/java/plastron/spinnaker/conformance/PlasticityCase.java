package plastron.spinnaker.conformance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.LayerNumbers;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.PlasticRows;
import plastron.spinnaker.program.RateProgram;

/**
 * The fixed part of a plasticity case, its matrices turned from row-major [post][pre] into rows by
 * pre neuron.
 */
final class PlasticityCase {

  private static final int MAX_NEURONS = 4096;

  private final PlasticKernel kernel;
  private final int steps;
  private final KernelCoefficients coefficients;
  private final RateProgram rates;
  private final int[] psi;
  private final int[][] weights;
  private final int[][] alpha;
  private final int @Nullable [][] modulatorWeights;

  private PlasticityCase(VectorReader reader) {
    kernel = kernel(reader);
    int nPre = reader.integer("n_pre", 1, MAX_NEURONS);
    int nPost = reader.integer("n_post", 1, MAX_NEURONS);
    steps = reader.integer("steps_per_interval", 1, RateProgram.MAX_STEPS);
    coefficients =
        new KernelCoefficients(
            reader.integer("eta_u016", 0, Fract16.COEFFICIENT_ONE),
            reader.integer("eta_phi_u016", 0, Fract16.COEFFICIENT_ONE));
    rates = RateProgram.counted(reader.integer("rate_unit", 0, 32768));
    psi = values(reader, "psi_s015", nPre);
    weights = rows(values(reader, "W_s015", nPre * nPost), nPre);
    alpha = rows(values(reader, "alpha_s015", nPre * nPost), nPre);
    if (kernel.modulated()) {
      modulatorWeights = rows(values(reader, "W_m_s015", nPost * nPost), nPost);
    } else if (reader.element("W_m_s015").isJsonNull()) {
      modulatorWeights = null;
    } else {
      throw new BrokenVectorException(
          reader.place() + ", W_m_s015 should be null for a rule without modulation");
    }
  }

  static PlasticityCase read(VectorReader reader) {
    return new PlasticityCase(reader);
  }

  private static PlasticKernel kernel(VectorReader reader) {
    String rule = reader.text("rule");
    return switch (rule) {
      case "dp_linear" -> PlasticKernel.DP_LINEAR;
      case "dp_oja" -> PlasticKernel.DP_OJA_LOCAL;
      case "dp_bcm" -> PlasticKernel.DP_BCM;
      case "ndp_oja" -> PlasticKernel.NDP_OJA_LOCAL;
      case "ndp_bcm" -> PlasticKernel.NDP_BCM;
      default ->
          throw new BrokenVectorException(
              "%s, rule (%s) should be dp_linear, dp_oja, dp_bcm, ndp_oja or ndp_bcm"
                  .formatted(reader.place(), rule));
    };
  }

  /** An array of s0.15. */
  static int[] values(VectorReader reader, String field, int length) {
    return reader.ints(field, length, Fract16.MIN, Fract16.MAX);
  }

  private static int[][] rows(int[] flat, int nPre) {
    int nPost = flat.length / nPre;
    int[][] rows = new int[nPre][nPost];
    for (int j = 0; j < nPost; j++) {
      for (int i = 0; i < nPre; i++) {
        rows[i][j] = flat[j * nPre + i];
      }
    }
    return rows;
  }

  PlasticRows layer() {
    return new PlasticRows(
        kernel,
        coefficients,
        KernelShifts.STANDARD,
        new LayerNumbers(
            psi,
            weights,
            alpha,
            modulatorWeights == null ? new int[0][] : modulatorWeights,
            Fract16.MIN,
            Fract16.MAX));
  }

  /** The rates of spike counts. */
  int[] rates(int[] counts) {
    return Arrays.stream(counts)
        .map(count -> (int) Math.min(Fract16.MAX, rates.countedRate(count)))
        .toArray();
  }

  PlasticKernel kernel() {
    return kernel;
  }

  int steps() {
    return steps;
  }

  int rateUnit() {
    return rates.unit();
  }

  KernelCoefficients coefficients() {
    return coefficients;
  }

  int nPre() {
    return weights.length;
  }

  int nPost() {
    return weights[0].length;
  }

  double psi(int pre) {
    return Fract16.toDouble(psi[pre]);
  }

  double weight(int pre, int post) {
    return Fract16.toDouble(weights[pre][post]);
  }

  double alpha(int pre, int post) {
    return Fract16.toDouble(alpha[pre][post]);
  }

  /** W_m from source to target; 0 for a rule without modulation. */
  double modulatorWeight(int source, int target) {
    return modulatorWeights == null ? 0 : Fract16.toDouble(modulatorWeights[source][target]);
  }
}
