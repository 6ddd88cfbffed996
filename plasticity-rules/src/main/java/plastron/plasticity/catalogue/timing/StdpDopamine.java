package plastron.plasticity.catalogue.timing;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSymbols;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Pairs of spikes leave an eligibility {@code e}, which decays; a modulator such as dopamine turns
 * it into a change of the trace at the end of every window: {@code e' = e - eta_e.e}, {@code E' = E
 * + eta.M.e}, after the paper, whose dopamine is a quantity of its own.
 */
public final class StdpDopamine implements RuleFamily {

  @Override
  public String name() {
    return "stdp-dopamine";
  }

  @Override
  public boolean isModulated() {
    return true;
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    TimingVocabulary v =
        new TimingVocabulary(
            PlasticityRule.named(name())
                .titled("Spike-timing-dependent plasticity, modulated by dopamine")
                .citing("after Izhikevich 2007, doi 10.1093/cercor/bhl152"),
            options);
    Symbol eta = v.rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "\\eta");
    Symbol etaE = v.rule.parameter("eta_e", Axis.GLOBAL, Bounds.UNIT, "\\eta_e");
    Symbol y = v.rule.activity("y", Axis.POST);
    Symbol elig = v.rule.state("e", Axis.SYNAPSE, Bounds.NONE, "e");
    v.pairs(elig, Stdp.TIME_CONSTANT);
    Expr m = new ModulatorSymbols(v.rule, y).from("M", "m", options.modulator());
    return v.rule
        .update(elig, sum(ref(elig), neg(product(etaE, elig))))
        .update(v.e, sum(ref(v.e), product(ref(eta), m, ref(elig))))
        .weight(v.effectiveWeight());
  }
}
