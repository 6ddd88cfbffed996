package plastron.loihi.scale;

import java.util.List;
import java.util.Map;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.coefficient.CoefficientFit;
import plastron.loihi.scale.coefficient.Operands;

/**
 * Whether the engine has the decays of a trace, which no choice of scales can help: they come
 * first, so that their refusal is not taken for one of something else.
 */
record DecayCheck(LayerValues values, Report report) {

  boolean passes(List<LegalTerm> terms) {
    boolean passes = true;
    for (LegalTerm term : terms) {
      if (term.isDecay()) {
        double wanted = term.coefficient() * values.constants(term.constants());
        passes &= new CoefficientReport(values, report).has(term, wanted, fit(term, wanted));
      }
    }
    return passes;
  }

  private CoefficientFit fit(LegalTerm term, double wanted) {
    Operands operands = Operands.of(term, Variable.W, false, Variable.D, 0, Map.of());
    return operands.fit(wanted, WeightUnit.LARGEST_TAG, values.rule());
  }
}
