package examples;

import plastron.export.fixedpoint.FixedFormat;
import plastron.export.kit.RuleContract;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Tests the rule: its laws, its integers in 16 bits, and what the chips on the class path state.
 */
class FadingTraceContract implements RuleContract {

  @Override
  public PlasticityRule rule() {
    return FadingTrace.rule();
  }

  @Override
  public FixedFormat states() {
    return FixedFormat.signed(2, 13);
  }
}
