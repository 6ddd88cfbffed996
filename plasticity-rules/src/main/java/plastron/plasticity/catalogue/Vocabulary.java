package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.ModulatorSymbols;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.RuleBuilder;

/** The symbols that the rules of this catalogue share, declared under the same names everywhere. */
final class Vocabulary {

  static final String PAPER = "Schmidgall et al. 2021, doi 10.3389/fnbot.2021.629210";

  final RuleBuilder rule;
  final Symbol x;
  final Symbol y;
  final Symbol w;
  final Symbol alpha;
  final Symbol eta;
  final Symbol e;
  private final RuleOptions options;

  Vocabulary(RuleBuilder rule, RuleOptions options) {
    this.rule = rule;
    this.options = options;
    x = rule.activity("x", Axis.PRE);
    y = rule.activity("y", Axis.POST);
    w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    alpha = rule.parameter("alpha", options.alphaAxis(), Bounds.NONE, "\\alpha");
    eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "\\eta");
    e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(options.clip()), "E");
  }

  /** {@code E - eta.E + eta.post.pre}: the decaying Hebbian trace of equations 10 to 20. */
  Expr trace(Symbol post, Symbol pre) {
    return sum(ref(e), neg(product(eta, e)), product(eta, post, pre));
  }

  /** {@code W + alpha.E}, equation 7. */
  Expr effectiveWeight() {
    return sum(ref(w), product(alpha, e));
  }

  /**
   * {@code phi' = phi - eta_phi.phi + eta_phi.x} and {@code b = x.x - x.phi - x.psi}, equations 13
   * and 14.
   */
  Symbol slidingThreshold() {
    Symbol phi = rule.state("phi", Axis.PRE, Bounds.NONE, "\\phi");
    Symbol psi = rule.parameter("psi", Axis.PRE, Bounds.NONE, "\\psi");
    Symbol etaPhi = rule.parameter("eta_phi", Axis.GLOBAL, Bounds.UNIT, "\\eta_\\phi");
    rule.update(phi, sum(ref(phi), neg(product(etaPhi, phi)), product(etaPhi, x)));
    return rule.signal("b", sum(product(x, x), neg(product(x, phi)), neg(product(x, psi))));
  }

  /** {@code e' = e - eta_e.e + eta_e.y.x}: what a modulator may still turn into a trace. */
  Symbol eligibility() {
    Symbol trace = rule.state("e", Axis.SYNAPSE, Bounds.NONE, "e");
    Symbol etaE = rule.parameter("eta_e", Axis.GLOBAL, Bounds.UNIT, "\\eta_e");
    rule.update(trace, sum(ref(trace), neg(product(etaE, trace)), product(etaE, y, x)));
    return trace;
  }

  /** The modulator, from where the user wants it. */
  Expr modulator() {
    return modulator("M", "m", options.modulator());
  }

  /** The modulator of the decay, from where the user wants it. */
  Expr decayModulator() {
    return modulator("N", "n", options.decayModulator());
  }

  private Expr modulator(String name, String rates, ModulatorSource source) {
    return new ModulatorSymbols(rule, y).from(name, rates, source);
  }
}
