package plastron.spinnaker.emulator;

import java.math.BigInteger;

/** One neuron of section 3 of the reference data, written once more in unlimited integers. */
final class LifReference {

  private static final BigInteger LOW = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger HIGH = BigInteger.valueOf(Integer.MAX_VALUE);

  private final CurrentLifParameters p;
  private final LifConstants c;
  int v;
  int exc;
  int inh;
  int refract;
  boolean wrapped;

  LifReference(CurrentLifParameters p) {
    this.p = p;
    c = LifConstants.of(p);
    v = p.vInit();
    exc = p.excInit();
    inh = p.inhInit();
    refract = p.refractTimerInit();
  }

  private int wrap(BigInteger exact) {
    wrapped |= exact.compareTo(LOW) < 0 || exact.compareTo(HIGH) > 0;
    return exact.intValue();
  }

  private static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }

  private static BigInteger product(int a, long b, int shift) {
    return big(a).multiply(big(b)).shiftRight(shift);
  }

  void receive(int rawExc, int shiftExc, int rawInh, int shiftInh) {
    exc = wrap(big(exc).add(product(wrap(big(rawExc).shiftLeft(shiftExc)), c.initExc(), 32)));
    inh = wrap(big(inh).add(product(wrap(big(rawInh).shiftLeft(shiftInh)), c.initInh(), 32)));
  }

  boolean update() {
    boolean spiked = false;
    for (int s = 0; s < p.subSteps(); s++) {
      if (refract <= 0) {
        int in = wrap(big(exc).subtract(big(inh)).add(big(p.iOffset())));
        int a = wrap(big(wrap(product(in, c.rMembrane(), 15))).add(big(p.vRest())));
        int gap = wrap(big(a).subtract(big(v)));
        v = wrap(big(a).subtract(product(gap, c.expTc(), 15)));
      } else {
        refract--;
      }
      if (v >= p.vThresh()) {
        spiked = true;
        v = p.vReset();
        refract = c.refractSteps();
      }
      exc = wrap(product(exc, c.decayExc(), 32));
      inh = wrap(product(inh, c.decayInh(), 32));
    }
    return spiked;
  }
}
