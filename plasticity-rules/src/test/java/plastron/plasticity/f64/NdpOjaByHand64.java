package plastron.plasticity.f64;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.f64.kernel.Lanes64;

/**
 * NDP-Oja written out for {@link Rule64Benchmark}: {@code d = (W_m y) y - E x}, {@code E' = clip((1
 * - eta) E + eta x d)}, {@code w = W + alpha E'}, and their reverse. Rows are a multiple of sixteen
 * columns.
 */
final class NdpOjaByHand64 {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final double LOW = (double) -0.5;
  private static final double HIGH = (double) 0.5;

  private final double[][] e;
  private final double[][] eNext;
  private final double[][] eAdjoint;
  private final double[][] w;
  private final double[][] wAdjoint;
  private final double[][] alpha;
  private final double[][] alphaAdjoint;
  private final double[][] modulator;
  private final double[][] modulatorAdjoint;
  private final double[] x;
  private final double[] xAdjoint;
  private final double[] y;
  private final double[] yAdjoint;
  private final double[] eta;
  private final double[] etaAdjoint;
  private final double[][] weight;
  private final double[][] weightAdjoint;
  private final double[] m;
  private final double[] d;
  private final double[] dAdjoint;
  private final double[] mAdjoint;

  NdpOjaByHand64(
      RuleFrame64 frame, RuleFrame64 adjoint, double[][] weight, double[][] weightAdjoint) {
    this.weight = weight;
    this.weightAdjoint = weightAdjoint;
    e = frame.of("E");
    eNext = frame.next[0];
    eAdjoint = adjoint.of("E");
    w = frame.of("W");
    wAdjoint = adjoint.of("W");
    alpha = frame.of("alpha");
    alphaAdjoint = adjoint.of("alpha");
    modulator = frame.of("W_m");
    modulatorAdjoint = adjoint.of("W_m");
    x = frame.of("x")[0];
    xAdjoint = adjoint.of("x")[0];
    y = frame.of("y")[0];
    yAdjoint = adjoint.of("y")[0];
    eta = frame.of("eta")[0];
    etaAdjoint = adjoint.of("eta")[0];
    m = new double[y.length];
    d = new double[y.length];
    dAdjoint = new double[y.length];
    mAdjoint = new double[y.length];
  }

  private static DoubleVector at(double[] row, int i) {
    return DoubleVector.fromArray(S, row, i);
  }

  private static DoubleVector clip(DoubleVector raw, double low, double high) {
    return raw.blend(low, raw.compare(VectorOperators.LT, low))
        .blend(high, raw.compare(VectorOperators.GT, high));
  }

  private static DoubleVector within(DoubleVector g, DoubleVector raw, double low, double high) {
    VectorMask<Double> inside =
        raw.compare(VectorOperators.GE, low).and(raw.compare(VectorOperators.LE, high));
    return DoubleVector.zero(S).blend(g, inside);
  }

  private static double fold(DoubleVector lanes) {
    DoubleVector sum = lanes;
    if (L > 8) {
      sum = sum.add(sum.rearrange(Lanes64.BY_8));
    }
    sum = sum.add(sum.rearrange(Lanes64.BY_4));
    sum = sum.add(sum.rearrange(Lanes64.BY_2));
    return sum.add(sum.rearrange(Lanes64.BY_1)).lane(0);
  }

  void forwards() {
    Arrays.fill(m, 0);
    Kernels64.FASTEST.addWeightedRows(m, y, modulator);
    Arrays.fill(d, 0);
    Kernels64.FASTEST.addWeightedRows(d, x, e);
    for (int i = 0; i < d.length; i += L) {
      at(d, i).neg().add(at(m, i).mul(at(y, i))).intoArray(d, i);
    }
    double keep = 1 - eta[0];
    for (int j = 0; j < e.length; j++) {
      double[] old = e[j];
      double[] next = eNext[j];
      double[] a = alpha[j];
      double[] fixed = w[j];
      double[] out = weight[j];
      double k = eta[0] * x[j];
      for (int i = 0; i < d.length; i += L) {
        DoubleVector raw = at(old, i).mul(keep).add(at(d, i).mul(k));
        DoubleVector trace = clip(raw, LOW, HIGH);
        trace.intoArray(next, i);
        at(fixed, i).add(trace.mul(at(a, i))).intoArray(out, i);
      }
    }
  }

  /** The adjoint of E is that of the new E before and that of the old one after. */
  void backwards() {
    Arrays.fill(dAdjoint, 0);
    double keep = 1 - eta[0];
    double[] post = d;
    double[] postAdjoint = dAdjoint;
    DoubleVector byEta = DoubleVector.zero(S);
    DoubleVector byEtaHigh = byEta;
    for (int j = 0; j < e.length; j++) {
      double[] trace = e[j];
      double[] next = eNext[j];
      double[] traceAdjoint = eAdjoint[j];
      double[] a = alpha[j];
      double[] aAdjoint = alphaAdjoint[j];
      double[] fixedAdjoint = wAdjoint[j];
      double[] given = weightAdjoint[j];
      double pre = x[j];
      double k = eta[0] * pre;
      DoubleVector byX = DoubleVector.zero(S);
      DoubleVector byXHigh = byX;
      for (int i = 0; i < post.length; i += 16) {
        DoubleVector v = at(given, i);
        at(fixedAdjoint, i).add(v).intoArray(fixedAdjoint, i);
        at(aAdjoint, i).add(at(next, i).mul(v)).intoArray(aAdjoint, i);
        DoubleVector raw = at(trace, i).mul(keep).add(at(post, i).mul(k));
        DoubleVector g = at(traceAdjoint, i).add(at(a, i).mul(v));
        g = within(g, raw, LOW, HIGH);
        DoubleVector.zero(S).add(g.mul(keep)).intoArray(traceAdjoint, i);
        at(postAdjoint, i).add(g.mul(k)).intoArray(postAdjoint, i);
        byX = byX.add(at(post, i).mul(g));
        byEta = byEta.sub(at(trace, i).mul(g)).add(at(post, i).mul(pre).mul(g));
        if (L < 16) {
          v = at(given, i + L);
          at(fixedAdjoint, i + L).add(v).intoArray(fixedAdjoint, i + L);
          at(aAdjoint, i + L).add(at(next, i + L).mul(v)).intoArray(aAdjoint, i + L);
          raw = at(trace, i + L).mul(keep).add(at(post, i + L).mul(k));
          g = at(traceAdjoint, i + L).add(at(a, i + L).mul(v));
          g = within(g, raw, LOW, HIGH);
          DoubleVector.zero(S).add(g.mul(keep)).intoArray(traceAdjoint, i + L);
          at(postAdjoint, i + L).add(g.mul(k)).intoArray(postAdjoint, i + L);
          byXHigh = byXHigh.add(at(post, i + L).mul(g));
          byEtaHigh = byEtaHigh.sub(at(trace, i + L).mul(g)).add(at(post, i + L).mul(pre).mul(g));
        }
      }
      xAdjoint[j] += eta[0] * fold(L == 16 ? byX : byX.add(byXHigh));
    }
    etaAdjoint[0] += fold(L == 16 ? byEta : byEta.add(byEtaHigh));
    for (int i = 0; i < d.length; i += L) {
      DoubleVector g = at(dAdjoint, i);
      at(yAdjoint, i).add(at(m, i).mul(g)).intoArray(yAdjoint, i);
      at(y, i).mul(g).intoArray(mAdjoint, i);
      g.neg().intoArray(dAdjoint, i);
    }
    addProduct(e, x, dAdjoint, eAdjoint, xAdjoint);
    addProduct(modulator, y, mAdjoint, modulatorAdjoint, yAdjoint);
  }

  /** The reverse of a matrix-vector product. */
  private static void addProduct(
      double[][] matrix, double[] v, double[] g, double[][] matrixAdjoint, double[] vAdjoint) {
    for (int j = 0; j < matrix.length; j++) {
      double[] row = matrix[j];
      double[] rowAdjoint = matrixAdjoint[j];
      double k = v[j];
      DoubleVector low = DoubleVector.zero(S);
      DoubleVector high = low;
      for (int i = 0; i < g.length; i += 16) {
        DoubleVector given = at(g, i);
        at(rowAdjoint, i).add(given.mul(k)).intoArray(rowAdjoint, i);
        low = low.add(at(row, i).mul(given));
        if (L < 16) {
          given = at(g, i + L);
          at(rowAdjoint, i + L).add(given.mul(k)).intoArray(rowAdjoint, i + L);
          high = high.add(at(row, i + L).mul(given));
        }
      }
      vAdjoint[j] += fold(L == 16 ? low : low.add(high));
    }
  }
}
