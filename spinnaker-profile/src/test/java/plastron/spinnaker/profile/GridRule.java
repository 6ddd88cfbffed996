package plastron.spinnaker.profile;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;

/**
 * A rule put together from parts: {@code E' = E - decay + eta.post.pre - eta.prediction}.
 *
 * @param decay what E loses
 */
record GridRule(PostFactor post, PreFactor pre, Loss decay, Prediction prediction)
    implements RuleFamily {

  /** Kinds of decay. */
  enum Loss {
    NONE,
    CONSTANT,
    POST_SQUARE
  }

  @Override
  public String name() {
    return "%s-%s-%s-%s"
        .formatted(post, pre, decay, prediction)
        .toLowerCase(Locale.ROOT)
        .replace('_', '-');
  }

  @Override
  public boolean isModulated() {
    return post == PostFactor.MODULATED_RATE;
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    RuleBuilder rule = PlasticityRule.named(name());
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol alpha = rule.parameter("alpha", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "n");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(options.clip()), "E");
    List<Expr> next = new ArrayList<>(List.of(ref(e)));
    switch (decay) {
      case NONE -> {}
      case CONSTANT -> next.add(neg(product(eta, e)));
      case POST_SQUARE -> next.add(neg(product(eta, y, y, e)));
    }
    next.add(product(ref(eta), postFactor(rule, y), preFactor(rule, x)));
    switch (prediction) {
      case NONE -> {}
      case PER_SYNAPSE -> next.add(neg(product(eta, e, x, x)));
      case SUMMED -> {
        Symbol all = rule.signal("p", Expr.dot(e, x));
        next.add(neg(product(eta, all, x)));
      }
    }
    return rule.update(e, new Expr.Sum(next)).weight(sum(ref(w), product(alpha, e)));
  }

  private Expr postFactor(RuleBuilder rule, Symbol y) {
    return switch (post) {
      case RATE -> ref(y);
      case MODULATED_RATE -> {
        Symbol matrix = rule.parameter("W_m", Axis.POST_POST, Bounds.NONE, "m");
        Symbol m = rule.signal("M", Expr.dot(matrix, y));
        yield product(m, y);
      }
      case SLIDING_THRESHOLD -> {
        Symbol theta = rule.state("theta", Axis.POST, Bounds.NONE, "t");
        Symbol rate = rule.parameter("eta_theta", Axis.GLOBAL, Bounds.UNIT, "h");
        rule.update(theta, sum(ref(theta), neg(product(rate, theta)), product(rate, y, y)));
        yield sum(product(y, y), neg(product(y, theta)));
      }
    };
  }

  private Expr preFactor(RuleBuilder rule, Symbol x) {
    if (pre == PreFactor.RATE) {
      return ref(x);
    }
    Symbol phi = rule.state("phi", Axis.PRE, Bounds.NONE, "f");
    Symbol psi = rule.parameter("psi", Axis.PRE, Bounds.NONE, "s");
    Symbol rate = rule.parameter("eta_phi", Axis.GLOBAL, Bounds.UNIT, "g");
    rule.update(phi, sum(ref(phi), neg(product(rate, phi)), product(rate, x)));
    return sum(product(x, x), neg(product(x, phi)), neg(product(x, psi)));
  }
}
