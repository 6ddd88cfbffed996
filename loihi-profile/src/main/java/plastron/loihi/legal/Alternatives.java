package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.chip.LoihiChips;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;

/**
 * What somebody can do whose rule a chip does not run: only what was tried is suggested.
 *
 * @param rule the rule
 * @param chip that does not run it
 * @param uniform see {@link Legalizer#legalize}
 */
record Alternatives(RuleDerivation rule, LoihiChip chip, Predicate<Symbol> uniform) {

  String wayOut() {
    List<String> ways = new ArrayList<>();
    for (LoihiChip other : LoihiChips.ALL) {
      if (!other.equals(chip)
          && !(other.reward() && other.thirdFactor())
          && Legalizer.runs(rule, other, uniform)) {
        ways.add(
            "export to "
                + other.name()
                + (other.reward() && !isShared() ? " (a core for every modulator)" : ""));
      }
    }
    ways.add(
        "train with a rule that %s runs (%s)"
            .formatted(chip.name(), String.join(", ", runnable())));
    return "Maybe %s.".formatted(String.join(", or ", ways));
  }

  /** Whether all neurons have the same modulator: then alone it is broadcast where others write. */
  private boolean isShared() {
    return Legalizer.legalize(rule, LoihiChips.LOIHI1_ASSISTED_REWARD, uniform)
        .rule()
        .flatMap(LegalRule::reward)
        .isPresent();
  }

  private List<String> runnable() {
    return Catalogue.families().stream()
        .map(family -> RuleDerivation.of(family.build(RuleOptions.paper())))
        .filter(r -> r.rule().isPlastic() && r.rule().isTimed() == rule.rule().isTimed())
        .filter(r -> Legalizer.runs(r, chip, symbol -> false))
        .map(r -> r.rule().name())
        .toList();
  }
}
