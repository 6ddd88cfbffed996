package plastron.plasticity.catalogue;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** No plasticity: the weight is the weight. The control of every experiment. */
final class Static implements RuleFamily {

  @Override
  public String name() {
    return "static";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    RuleBuilder rule =
        PlasticityRule.named(name())
            .titled("Fixed weights")
            .citing(Vocabulary.PAPER + ", equation 6");
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    return rule.weight(Expr.ref(w));
  }
}
