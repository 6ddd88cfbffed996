package plastron.spinnaker.conformance;

import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.plasticity.PlasticRows;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;

/**
 * The same rule in double precision, without clipping, driven by the exact rates count/K with the
 * coefficients the integer rule has; keeps the largest distance of a layer from it.
 */
final class PlasticityFloat {

  private final PlasticityCase given;
  private final double[][] eligibility;
  private final double[] phi;
  private double eligibilityError;
  private double weightError;

  PlasticityFloat(PlasticityCase given) {
    this.given = given;
    eligibility = new double[given.nPre()][given.nPost()];
    phi = new double[given.nPre()];
  }

  void endInterval(int[] preCounts, int[] postCounts, PlasticRows layer) {
    double eta = Fract16.coefficientToDouble(given.coefficients().eta());
    double etaPhi = Fract16.coefficientToDouble(given.coefficients().etaPhi());
    double[] post = postFactors(postCounts);
    for (int i = 0; i < phi.length; i++) {
      double rate = preCounts[i] / (double) given.steps();
      boolean sliding = given.kernel().pre() == PreFactor.SLIDING_THRESHOLD;
      double factor = sliding ? rate * (rate - (phi[i] + given.psi(i))) : rate;
      for (int j = 0; j < post.length; j++) {
        double e = eligibility[i][j];
        double predicted = given.kernel().prediction() == Prediction.PER_SYNAPSE ? e * rate : 0;
        e = (1 - eta) * e + eta * (post[j] - predicted) * factor;
        eligibility[i][j] = e;
        double weight = given.weight(i, j) + given.alpha(i, j) * e;
        eligibilityError =
            Math.max(eligibilityError, Math.abs(Fract16.toDouble(layer.eligibility(i, j)) - e));
        weightError =
            Math.max(weightError, Math.abs(Fract16.toDouble(layer.effectiveRow(i)[j]) - weight));
      }
      phi[i] = (1 - etaPhi) * phi[i] + etaPhi * rate;
    }
  }

  private double[] postFactors(int[] counts) {
    double[] factors = new double[counts.length];
    for (int j = 0; j < counts.length; j++) {
      double rate = counts[j] / (double) given.steps();
      double modulator = 0;
      for (int q = 0; q < counts.length; q++) {
        modulator += given.modulatorWeight(q, j) * counts[q] / given.steps();
      }
      factors[j] = given.kernel().modulated() ? modulator * rate : rate;
    }
    return factors;
  }

  double eligibilityError() {
    return eligibilityError;
  }

  double weightError() {
    return weightError;
  }
}
