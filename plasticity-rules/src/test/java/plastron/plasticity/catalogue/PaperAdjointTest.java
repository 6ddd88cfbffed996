package plastron.plasticity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.f64.RuleAdjoint64;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.RuleCase;

/**
 * The derived gradients of the paper's rules against adjoints worked out by hand. Notation: p, q
 * the rates before and behind, G the adjoint of the next trace, Phi that of the next threshold, D
 * that of the effective weight.
 */
class PaperAdjointTest {

  private static final int PRE = 5;
  private static final int POST = 3;

  private RuleFrame64 frame = new RuleFrame64(derivation("static"), new RuleShape64(1, 1, 0));
  private RuleFrame64 adjoint = frame;
  private double[][] g = {};
  private double[] phiNext = {};
  private double[][] d = {};

  @ParameterizedTest
  @ValueSource(strings = {"dp-linear", "dp-oja", "dp-bcm", "ndp-oja", "ndp-bcm"})
  void weightPassesOnToWAndAlpha(String name) {
    run(name);
    for (int j = 0; j < PRE; j++) {
      for (int i = 0; i < POST; i++) {
        same("W", j, i, d[j][i]);
        same("alpha", j, i, d[j][i] * frame.of("E")[j][i]);
      }
    }
  }

  @Test
  void linear() {
    run("dp-linear");
    double[] p = frame.of("x")[0];
    double[] q = frame.of("y")[0];
    double eta = frame.of("eta")[0][0];
    trace(new double[POST], p);
    etaBar(q, p);
    vector("y", scaled(eta, toPost(g, p)));
    vector("x", scaled(eta, toPre(g, q)));
  }

  @Test
  void oja() {
    run("dp-oja");
    double[] q = frame.of("y")[0];
    double[] z = minus(q, toPost(frame.of("E"), frame.of("x")[0]));
    vector("y", ojaFromResidual(z));
  }

  @Test
  void modulatedOja() {
    run("ndp-oja");
    double[] q = frame.of("y")[0];
    double[] m = modulator(q);
    double[] z = minus(times(m, q), toPost(frame.of("E"), frame.of("x")[0]));
    double[] zBar = ojaFromResidual(z);
    modulated(zBar, m, q);
  }

  @Test
  void bcm() {
    run("dp-bcm");
    double[] q = frame.of("y")[0];
    vector("y", bcmFromPostFactor(q));
  }

  @Test
  void modulatedBcm() {
    run("ndp-bcm");
    double[] q = frame.of("y")[0];
    double[] m = modulator(q);
    modulated(bcmFromPostFactor(times(m, q)), m, q);
  }

  /** Checks eta, E and x of the Oja forms and gives the adjoint of the residual z. */
  private double[] ojaFromResidual(double[] z) {
    double[] p = frame.of("x")[0];
    double eta = frame.of("eta")[0][0];
    double[] zBar = scaled(eta, toPost(g, p));
    etaBar(z, p);
    trace(zBar, p);
    vector("x", minus(scaled(eta, toPre(g, z)), toPre(frame.of("E"), zBar)));
    return zBar;
  }

  /**
   * Checks everything before the synapse of the BCM forms and gives the adjoint of the post factor
   * c.
   */
  private double[] bcmFromPostFactor(double[] c) {
    double[] p = frame.of("x")[0];
    double[] phi = frame.of("phi")[0];
    double[] psi = frame.of("psi")[0];
    double eta = frame.of("eta")[0][0];
    double etaPhi = frame.of("eta_phi")[0][0];
    double[] b = new double[PRE];
    for (int j = 0; j < PRE; j++) {
      b[j] = p[j] * (p[j] - (phi[j] + psi[j]));
    }
    etaBar(c, b);
    trace(new double[POST], p);
    double[] bBar = scaled(eta, toPre(g, c));
    double etaPhiBar = 0;
    for (int j = 0; j < PRE; j++) {
      same("x", 0, j, bBar[j] * (2 * p[j] - phi[j] - psi[j]) + etaPhi * phiNext[j]);
      same("psi", 0, j, -bBar[j] * p[j]);
      same("phi", 0, j, -bBar[j] * p[j] + (1 - etaPhi) * phiNext[j]);
      etaPhiBar += phiNext[j] * (p[j] - phi[j]);
    }
    same("eta_phi", 0, 0, etaPhiBar);
    return scaled(eta, toPost(g, b));
  }

  /** Checks W_m and y, given the adjoint of M.q. */
  private void modulated(double[] productBar, double[] m, double[] q) {
    double[] mBar = times(productBar, q);
    double[][] matrix = frame.of("W_m");
    for (int from = 0; from < POST; from++) {
      double yBar = productBar[from] * m[from];
      for (int to = 0; to < POST; to++) {
        same("W_m", from, to, mBar[to] * q[from]);
        yBar += matrix[from][to] * mBar[to];
      }
      same("y", 0, from, yBar);
    }
  }

  private double[] modulator(double[] q) {
    return toPost(frame.of("W_m"), q);
  }

  /** {@code Ebar = alpha (.) D + (1 - eta) G - zBar p^T}. */
  private void trace(double[] zBar, double[] p) {
    double eta = frame.of("eta")[0][0];
    for (int j = 0; j < PRE; j++) {
      for (int i = 0; i < POST; i++) {
        same("E", j, i, frame.of("alpha")[j][i] * d[j][i] + (1 - eta) * g[j][i] - zBar[i] * p[j]);
      }
    }
  }

  /** {@code etabar = <G, post pre^T - E>}. */
  private void etaBar(double[] post, double[] pre) {
    double sum = 0;
    for (int j = 0; j < PRE; j++) {
      for (int i = 0; i < POST; i++) {
        sum += g[j][i] * (post[i] * pre[j] - frame.of("E")[j][i]);
      }
    }
    same("eta", 0, 0, sum);
  }

  private void run(String name) {
    RuleShape64 shape = new RuleShape64(PRE, POST, 0);
    RuleDerivation rule = derivation(name);
    frame = new RuleCase(rule.rule(), shape, 11).frame();
    RuleFrame64 other = new RuleCase(rule.rule(), shape, 12).frame();
    adjoint = new RuleFrame64(rule, shape);
    new RuleProgram64(rule, shape).signals(frame);
    g = other.of("E");
    d = other.of("W");
    RuleAdjoint64 program = new RuleAdjoint64(rule, shape);
    double[][][] next = new double[rule.updates().size()][][];
    for (int u = 0; u < next.length; u++) {
      next[u] = other.of(rule.updates().get(u).state().name());
      phiNext = rule.updates().get(u).state().name().equals("phi") ? next[u][0] : phiNext;
    }
    program.weight(frame, d, adjoint.value);
    program.update(frame, next, adjoint.value);
  }

  private static RuleDerivation derivation(String name) {
    return RuleDerivation.of(Catalogue.find(name).orElseThrow().build(RuleOptions.paper()));
  }

  private void vector(String name, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      same(name, 0, i, expected[i]);
    }
  }

  private void same(String name, int row, int column, double expected) {
    assertThat(adjoint.of(name)[row][column])
        .as("%s[%d][%d]", name, row, column)
        .isEqualTo(expected, within(1e-13));
  }

  private static double[] toPost(double[][] matrix, double[] pre) {
    double[] sum = new double[matrix[0].length];
    for (int j = 0; j < pre.length; j++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += matrix[j][i] * pre[j];
      }
    }
    return sum;
  }

  private static double[] toPre(double[][] matrix, double[] post) {
    double[] sum = new double[matrix.length];
    for (int j = 0; j < sum.length; j++) {
      for (int i = 0; i < post.length; i++) {
        sum[j] += matrix[j][i] * post[i];
      }
    }
    return sum;
  }

  private static double[] scaled(double k, double[] a) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= k;
    }
    return out;
  }

  private static double[] times(double[] a, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= b[i];
    }
    return out;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= b[i];
    }
    return out;
  }
}
