package plastron.spinnaker.plasticity;

import java.math.BigInteger;

/**
 * Section 6 of the reference data and the two-pass form, one synapse at a time in unlimited
 * integers.
 */
final class LayerReference {

  private final PlasticKernel kernel;
  private final KernelCoefficients k;
  private final int[] psi;
  private final int[][] modulatorWeights;
  final int[][] eligibility;
  final int[] phi;
  final int[] theta;

  LayerReference(
      PlasticKernel kernel, KernelCoefficients k, int[] psi, int nPost, int[][] modulatorWeights) {
    this.kernel = kernel;
    this.k = k;
    this.psi = psi;
    this.modulatorWeights = modulatorWeights;
    eligibility = new int[psi.length][nPost];
    phi = new int[psi.length];
    theta = new int[nPost];
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  private static BigInteger rn(BigInteger x, int s) {
    return x.add(BigInteger.ONE.shiftLeft(s - 1)).shiftRight(s);
  }

  private static int sat(BigInteger x) {
    return x.max(big(-32768)).min(big(32767)).intValueExact();
  }

  private static int[] rates(int[] counts, int unit) {
    int[] rates = new int[counts.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = big(counts[i]).multiply(big(unit)).min(big(32767)).intValueExact();
    }
    return rates;
  }

  void endInterval(int[] preCounts, int[] postCounts) {
    int[] pre = rates(preCounts, k.rateUnit());
    int[] post = rates(postCounts, k.rateUnit());
    int[][] next = new int[pre.length][post.length];
    for (int j = 0; j < post.length; j++) {
      BigInteger factor = big(post[j]);
      if (kernel.modulated()) {
        BigInteger sum = BigInteger.ZERO;
        for (int q = 0; q < post.length; q++) {
          sum = sum.add(big(modulatorWeights[q][j]).multiply(big(post[q])));
        }
        factor = big(sat(rn(big(sat(rn(sum, 15))).multiply(big(post[j])), 15)));
      }
      BigInteger square = rn(big(post[j]).multiply(big(post[j])), 15);
      if (kernel.post() == PostFactor.SLIDING_THRESHOLD) {
        factor = big(sat(rn(big(post[j]).multiply(big(post[j] - theta[j])), 15)));
        theta[j] =
            rn(
                    big(theta[j])
                        .multiply(big(65536 - k.etaPhi()))
                        .add(square.multiply(big(k.etaPhi()))),
                    16)
                .intValueExact();
      }
      BigInteger keep = big(k.keep());
      if (kernel.decay() == Decay.POST_SQUARE) {
        BigInteger loss = rn(big(k.eta()).multiply(big(post[j])).multiply(big(post[j])), 30);
        keep = big(65536).subtract(loss);
      }
      BigInteger all = BigInteger.ZERO;
      for (int i = 0; i < pre.length; i++) {
        all = all.add(big(eligibility[i][j]).multiply(big(pre[i])));
      }
      for (int i = 0; i < pre.length; i++) {
        BigInteger e = big(eligibility[i][j]);
        BigInteger predicted =
            switch (kernel.prediction()) {
              case NONE -> BigInteger.ZERO;
              case PER_SYNAPSE -> rn(e.multiply(big(pre[i])), 15);
              case SUMMED -> big(sat(rn(all, 15)));
            };
        int t = sat(factor.subtract(predicted));
        int share =
            switch (kernel.pre()) {
              case RATE -> pre[i];
              case SLIDING_THRESHOLD ->
                  sat(rn(big(pre[i]).multiply(big(pre[i] - (phi[i] + psi[i]))), 15));
            };
        BigInteger gain = rn(big(k.eta()).multiply(big(share)), 15);
        next[i][j] = sat(rn(e.multiply(keep).add(big(t).multiply(gain)), 16));
      }
    }
    for (int i = 0; i < pre.length; i++) {
      System.arraycopy(next[i], 0, eligibility[i], 0, post.length);
      phi[i] =
          rn(
                  big(phi[i])
                      .multiply(big(65536 - k.etaPhi()))
                      .add(big(pre[i]).multiply(big(k.etaPhi()))),
                  16)
              .intValueExact();
    }
  }
}
