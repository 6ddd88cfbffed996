package plastron.spinnaker.plasticity;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;

/**
 * Section 6 of the reference data and our own forms, one synapse at a time in unlimited integers,
 * with any shifts.
 */
final class LayerReference {

  private final PlasticKernel kernel;
  private final KernelCoefficients k;
  private final KernelShifts s;
  private final LayerNumbers numbers;
  final int[][] eligibility;
  final int[] phi;
  final int[] theta;

  /** Where a result left its range. */
  final Set<Place> saturated = EnumSet.noneOf(Place.class);

  /** Places that {@link Saturations} counts. */
  enum Place {
    MODULATOR,
    POST,
    PREDICTION,
    ERROR,
    PRE,
    TRACE
  }

  LayerReference(PlasticKernel kernel, KernelCoefficients k, KernelShifts s, LayerNumbers numbers) {
    this.kernel = kernel;
    this.k = k;
    this.s = s;
    this.numbers = numbers;
    eligibility = new int[numbers.preSize()][numbers.postSize()];
    phi = new int[numbers.preSize()];
    theta = new int[numbers.postSize()];
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  private static BigInteger times(long... factors) {
    BigInteger product = BigInteger.ONE;
    for (long factor : factors) {
      product = product.multiply(big(factor));
    }
    return product;
  }

  private static BigInteger rn(BigInteger x, int shift) {
    return shift == 0 ? x : x.add(BigInteger.ONE.shiftLeft(shift - 1)).shiftRight(shift);
  }

  private int sat(Place place, BigInteger x) {
    return clamp(place, x, -32768, 32767);
  }

  private int clamp(Place place, BigInteger x, int low, int high) {
    BigInteger clamped = x.max(big(low)).min(big(high));
    if (!clamped.equals(x)) {
      saturated.add(place);
    }
    return clamped.intValueExact();
  }

  private static int follow(int old, BigInteger goal, int rate) {
    return rn(times(old, 65536 - rate).add(goal.multiply(big(rate))), 16).intValueExact();
  }

  void endInterval(int[] pre, int[] post, int[] modulating) {
    int[][] next = new int[pre.length][post.length];
    for (int j = 0; j < post.length; j++) {
      int factor = postFactor(j, post[j], modulating);
      BigInteger all = BigInteger.ZERO;
      for (int i = 0; i < pre.length; i++) {
        all = all.add(times(eligibility[i][j], pre[i]));
      }
      int summed =
          kernel.prediction() == Prediction.SUMMED
              ? sat(Place.PREDICTION, rn(all, s.prediction()))
              : 0;
      for (int i = 0; i < pre.length; i++) {
        next[i][j] = synapse(i, j, pre[i], post[j], factor, summed);
      }
    }
    for (int i = 0; i < pre.length; i++) {
      System.arraycopy(next[i], 0, eligibility[i], 0, post.length);
      phi[i] = follow(phi[i], rn(big(pre[i]), s.phi()), k.etaPhi());
    }
    if (kernel.post() == PostFactor.SLIDING_THRESHOLD) {
      for (int j = 0; j < post.length; j++) {
        BigInteger goal = big(sat(Place.POST, rn(times(post[j], post[j]), s.goal())));
        theta[j] = follow(theta[j], goal, k.etaTheta());
      }
    }
  }

  private int postFactor(int j, int r, int[] modulating) {
    return switch (kernel.post()) {
      case RATE -> r;
      case MODULATED_RATE -> {
        BigInteger sum = BigInteger.ZERO;
        for (int q = 0; q < modulating.length; q++) {
          sum = sum.add(times(numbers.modulatorWeights()[q][j], modulating[q]));
        }
        int m = sat(Place.MODULATOR, rn(sum, s.modulator()));
        yield sat(Place.POST, rn(times(m, r), s.postFactor()));
      }
      case HOST_MODULATED_RATE ->
          sat(Place.POST, rn(times(sat(Place.MODULATOR, big(modulating[j])), r), s.postFactor()));
      case SLIDING_THRESHOLD ->
          sat(Place.POST, rn(times(r, r - ((long) theta[j] << s.theta())), s.postFactor()));
    };
  }

  private int synapse(int i, int j, int x, int y, int factor, int summed) {
    int e = eligibility[i][j];
    boolean slides = kernel.pre() == PreFactor.SLIDING_THRESHOLD;
    long threshold = (long) (phi[i] + numbers.psi()[i]) << s.phi();
    int share = slides ? sat(Place.PRE, rn(times(x, x - threshold), s.preFactor())) : x;
    BigInteger gain = rn(times(k.gain(), share), s.gain());
    BigInteger keep =
        big(65536)
            .subtract(
                kernel.decay() == TraceLoss.POST_SQUARE
                    ? rn(times(k.eta(), y, y), s.loss())
                    : big(k.eta()));
    BigInteger added = big(factor).multiply(gain);
    switch (kernel.prediction()) {
      case NONE -> {}
      case PER_SYNAPSE -> {
        if (slides) {
          keep = keep.subtract(rn(times(k.gain(), x, x), s.own()));
        } else {
          BigInteger predicted = rn(times(e, x), s.prediction());
          added = big(sat(Place.ERROR, big(factor).subtract(predicted))).multiply(gain);
        }
      }
      case SUMMED -> {
        if (slides) {
          added = added.subtract(big(summed).multiply(rn(times(k.gain(), x), s.predicted())));
        } else {
          added = big(sat(Place.ERROR, big(factor - summed))).multiply(gain);
        }
      }
    }
    BigInteger next = rn(big(e).multiply(keep).add(added), 16);
    return clamp(Place.TRACE, next, numbers.low(), numbers.high());
  }
}
