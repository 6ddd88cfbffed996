package plastron.tasks.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import plastron.export.contract.RuleProtocol;
import plastron.export.profile.ChipProfile;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleFamily;

/**
 * What chips do otherwise than a rule of the catalogue says, rounding and rates apart: the same for
 * docs/rules-on-chips.md and docs/fidelity-ledger.md.
 *
 * @param rule name
 * @param chip title
 * @param what is done otherwise
 */
public record RuleDepartures(String rule, String chip, String what) {

  /** Those of all rules on some chips, the rules in the order of the catalogue. */
  public static List<RuleDepartures> of(List<ChipProfile<?, ?>> chips) {
    LinkedHashSet<RuleDepartures> all = new LinkedHashSet<>();
    for (RuleFamily rule : Catalogue.families()) {
      for (ChipProfile<?, ?> chip : chips) {
        for (String what : of(rule, chip)) {
          all.add(new RuleDepartures(rule.name(), chip.title(), what));
        }
      }
    }
    return new ArrayList<>(all);
  }

  /** Those of one rule on one chip; none of a rule that it refuses. */
  static List<String> of(RuleFamily rule, ChipProfile<?, ?> chip) {
    return chip.explain(rule.build(RuleProtocol.options(chip.form()))).departures();
  }
}
