package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The catalogue's rules, copied from formulas by hand; arrays are {@code [pre][post]}. Long,
 * because every rule is here.
 */
final class ReferenceRule {

  private final ReferenceTape tape;
  private final String name;
  private final double clip;
  private final Map<String, Var[][]> parameter;
  private final int pre;
  private final int post;

  /** States; those that the rule does not have stay 0. */
  Var[][] trace;

  private Var[][] eligibility;
  private Var[] phi;
  private Var[] theta;

  /** Traces of single spikes, fast and slow. */
  private Var[] x1;

  private Var[] x2;
  private Var[] y1;
  private Var[] y2;

  /** Smallest distance of a trace entry from its bounds before clipping. */
  double margin = Double.POSITIVE_INFINITY;

  ReferenceRule(
      ReferenceTape tape, PlasticityRule rule, Map<String, Var[][]> parameter, int pre, int post) {
    this.tape = tape;
    this.parameter = parameter;
    this.pre = pre;
    name = rule.name();
    clip = rule.symbol("E").map(e -> e.bounds().high()).orElse(Double.POSITIVE_INFINITY);
    this.post = post;
    trace = zeros(pre, post);
    eligibility = zeros(pre, post);
    phi = zeros(1, pre)[0];
    theta = zeros(1, post)[0];
    x1 = zeros(1, pre)[0];
    x2 = zeros(1, pre)[0];
    y1 = zeros(1, post)[0];
    y2 = zeros(1, post)[0];
  }

  private Var[][] zeros(int rows, int columns) {
    Var[][] zeros = new Var[rows][columns];
    for (Var[] row : zeros) {
      for (int i = 0; i < columns; i++) {
        row[i] = tape.constant(0);
      }
    }
    return zeros;
  }

  boolean isModulated() {
    return name.startsWith("ndp-") || name.equals("stdp-dopamine");
  }

  boolean isDecayModulated() {
    return name.endsWith("-decay");
  }

  boolean isPlastic() {
    return !name.equals("static");
  }

  /** Whether single spikes change the weights. */
  boolean isTimed() {
    return name.startsWith("stdp");
  }

  /** What the spikes of a step do: whether there is one has no gradient, what it leaves has. */
  void spikes(Var[] sent, Var[] fired) {
    boolean triplet = name.equals("stdp-triplet");
    x1 = decayed(x1, triplet ? 16.8 : 20);
    x2 = decayed(x2, 101);
    y1 = decayed(y1, triplet ? 33.7 : 20);
    y2 = decayed(y2, 125);
    Var[][] state = name.equals("stdp-dopamine") ? eligibility : trace;
    for (int j = 0; j < pre; j++) {
      for (int i = 0; i < post; i++) {
        if (sent[j].value == 1) {
          state[j][i] = bounded(tape.minus(state[j][i], weakening(triplet, x2[j], y1[i])));
        }
        if (fired[i].value == 1) {
          state[j][i] = bounded(tape.sum(state[j][i], strengthening(triplet, x1[j], y2[i])));
        }
      }
    }
    x1 = entered(x1, sent);
    x2 = entered(x2, sent);
    y1 = entered(y1, fired);
    y2 = entered(y2, fired);
  }

  private Var weakening(boolean triplet, Var slow, Var fast) {
    if (!triplet) {
      return tape.times(parameter("A_minus", 0, 0), fast);
    }
    Var factor =
        tape.sum(parameter("A2_minus", 0, 0), tape.times(parameter("A3_minus", 0, 0), slow));
    return tape.times(factor, fast);
  }

  private Var strengthening(boolean triplet, Var fast, Var slow) {
    if (!triplet) {
      return tape.times(parameter("A_plus", 0, 0), fast);
    }
    Var factor = tape.sum(parameter("A2_plus", 0, 0), tape.times(parameter("A3_plus", 0, 0), slow));
    return tape.times(factor, fast);
  }

  private Var bounded(Var value) {
    if (name.equals("stdp-dopamine")) {
      return value;
    }
    margin = Math.min(margin, Math.abs(Math.abs(value.value) - clip));
    return tape.clip(value, clip);
  }

  private Var[] decayed(Var[] of, double tau) {
    Var[] decayed = new Var[of.length];
    Arrays.setAll(decayed, n -> tape.times(Math.exp(-1 / tau), of[n]));
    return decayed;
  }

  private Var[] entered(Var[] of, Var[] spikes) {
    Var[] entered = new Var[of.length];
    Arrays.setAll(entered, n -> tape.sum(of[n], spikes[n]));
    return entered;
  }

  private Var parameter(String symbol, int from, int to) {
    Var[][] value = parameter.get(symbol);
    if (value == null) {
      throw new AssertionError(name + " has no " + symbol);
    }
    return value[from % value.length][to % value[0].length];
  }

  /** {@code W + alpha E}, whatever the axis of alpha. */
  Var[][] weight() {
    Var[][] weight = new Var[pre][post];
    for (int j = 0; j < pre; j++) {
      for (int i = 0; i < post; i++) {
        Var w = parameter("W", j, i);
        weight[j][i] =
            isPlastic() ? tape.sum(w, tape.times(parameter("alpha", j, i), trace[j][i])) : w;
      }
    }
    return weight;
  }

  /**
   * The synchronous update.
   *
   * @param x pre rates
   * @param y post rates
   * @param m modulator, one per post neuron
   * @param n modulator of the decay, one per post neuron
   */
  void update(Var[] x, Var[] y, Var[] m, Var[] n) {
    if (name.equals("stdp-dopamine")) {
      dopamine(m);
    }
    if (!isPlastic() || isTimed()) {
      return;
    }
    Var eta = parameter("eta", 0, 0);
    Var[][] next = new Var[pre][post];
    Var[][] nextEligibility = eligibility;
    Var[] nextPhi = phi;
    Var[] nextTheta = theta;
    if (name.startsWith("ndp-elig")) {
      Var etaE = parameter("eta_e", 0, 0);
      nextEligibility = new Var[pre][post];
      for (int j = 0; j < pre; j++) {
        for (int i = 0; i < post; i++) {
          Var old = eligibility[j][i];
          nextEligibility[j][i] =
              tape.sum(tape.minus(old, tape.times(etaE, old)), tape.times(etaE, y[i], x[j]));
        }
      }
    }
    if (name.endsWith("-bcm")) {
      nextPhi = slide(phi, x);
    }
    if (name.equals("dp-bcm-classic")) {
      Var[] squared = new Var[post];
      for (int i = 0; i < post; i++) {
        squared[i] = tape.times(y[i], y[i]);
      }
      nextTheta = slide(theta, squared);
    }
    for (int i = 0; i < post; i++) {
      Var prediction = prediction(x, i);
      for (int j = 0; j < pre; j++) {
        Var value = next(eta, x[j], y[i], m[i], n[i], prediction, j, i);
        margin = Math.min(margin, Math.abs(Math.abs(value.value) - clip));
        next[j][i] = tape.clip(value, clip);
      }
    }
    trace = next;
    eligibility = nextEligibility;
    phi = nextPhi;
    theta = nextTheta;
  }

  private void dopamine(Var[] m) {
    for (int j = 0; j < pre; j++) {
      for (int i = 0; i < post; i++) {
        Var e = eligibility[j][i];
        Var value = tape.sum(trace[j][i], tape.times(parameter("eta", 0, 0), m[i], e));
        margin = Math.min(margin, Math.abs(Math.abs(value.value) - clip));
        trace[j][i] = tape.clip(value, clip);
        eligibility[j][i] = tape.minus(e, tape.times(parameter("eta_e", 0, 0), e));
      }
    }
  }

  private Var[] slide(Var[] threshold, Var[] target) {
    Var etaPhi = parameter("eta_phi", 0, 0);
    Var[] next = new Var[threshold.length];
    for (int k = 0; k < next.length; k++) {
      next[k] = tape.sum(threshold[k], tape.times(etaPhi, tape.minus(target[k], threshold[k])));
    }
    return next;
  }

  private Var prediction(Var[] x, int i) {
    List<Var> parts = new ArrayList<>();
    for (int j = 0; j < pre; j++) {
      parts.add(tape.times(trace[j][i], x[j]));
    }
    return tape.sum(parts);
  }

  private Var next(Var eta, Var x, Var y, Var m, Var n, Var prediction, int j, int i) {
    Var e = trace[j][i];
    Var kept = tape.minus(e, tape.times(eta, e));
    return switch (name) {
      case "dp-linear" -> tape.sum(kept, tape.times(eta, tape.times(y, x)));
      case "ndp-linear" -> tape.sum(kept, tape.times(eta, tape.times(m, y, x)));
      case "dp-oja" -> tape.sum(kept, tape.times(eta, tape.minus(y, prediction), x));
      case "ndp-oja" ->
          tape.sum(kept, tape.times(eta, tape.minus(tape.times(m, y), prediction), x));
      case "dp-oja-local" -> tape.sum(kept, tape.times(eta, tape.minus(y, tape.times(e, x)), x));
      case "ndp-oja-local" ->
          tape.sum(kept, tape.times(eta, tape.minus(tape.times(m, y), tape.times(e, x)), x));
      case "dp-oja-classic" -> tape.sum(e, tape.times(eta, y, tape.minus(x, tape.times(y, e))));
      case "dp-bcm" -> tape.sum(kept, tape.times(eta, y, preFactor(x, j)));
      case "ndp-bcm" -> tape.sum(kept, tape.times(eta, tape.times(m, y), preFactor(x, j)));
      case "dp-bcm-classic" ->
          tape.sum(kept, tape.times(eta, tape.times(y, tape.minus(y, theta[i])), x));
      case "ndp-elig" -> tape.sum(kept, tape.times(m, eligibility[j][i]));
      case "ndp-elig-decay" ->
          tape.sum(tape.minus(e, tape.times(eta, n, e)), tape.times(m, eligibility[j][i]));
      default -> throw new AssertionError("no reference for rule " + name);
    };
  }

  private Var preFactor(Var x, int j) {
    return tape.times(x, tape.minus(x, tape.sum(phi[j], parameter("psi", 0, j))));
  }

  /** Makes the states constants. */
  void detach() {
    detach(trace);
    detach(eligibility);
    detach(new Var[][] {phi, theta, x1, x2, y1, y2});
  }

  private void detach(Var[][] rows) {
    for (Var[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = tape.detached(row[i]);
      }
    }
  }
}
