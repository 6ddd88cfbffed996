package plastron.tasks.train;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.RuleExplanation;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.RuleSite;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TrainingSettings;

/** Asks the chip that a model is to be trained for what its export would ask afterwards. */
final class ChipChecks {

  private ChipChecks() {}

  /**
   * Looks at the rule, and at the numbers that training starts from.
   *
   * @throws BadInputException naming what the chip does not run; never if no chip is in mind
   */
  static void require(Configuration config, PlasticGraph graph) {
    if (!config.has(RunSettings.HARDWARE)) {
      return;
    }
    if (config.get(RunSettings.HARDWARE).equals(RunSettings.NO_HARDWARE)) {
      for (Setting.Whole bits : TrainingSettings.OF_EXPORTS.values()) {
        bits(config, bits, List.of(), "without a chip in mind (--hardware)");
      }
      return;
    }
    ChipProfile<?, ?> chip = ChipProfiles.named(config.get(RunSettings.HARDWARE));
    TrainingSettings.OF_EXPORTS.forEach(
        (name, setting) -> {
          List<String> choices = chip.settings().getOrDefault(name, List.of());
          bits(config, setting, choices, "on " + chip.name());
        });
    Set<String> asked = new TreeSet<>();
    for (RuleSite site : graph.sites()) {
      if (asked.add(site.rule().name())) {
        rule(site, chip);
        numbers(site, chip);
      }
    }
  }

  private static void bits(
      Configuration config, Setting.Whole setting, List<String> choices, String where) {
    long bits = config.get(setting);
    if (bits == TrainingSettings.ALL_BITS || choices.contains(Long.toString(bits))) {
      return;
    }
    String key = setting.key();
    throw choices.isEmpty()
        ? new BadInputException(
            "Setting %s (%d) is no choice %s.".formatted(key, bits, where),
            "Maybe leave it out, or --hardware loihi2.")
        : new BadInputException(
            "Setting %s (%d) must be one of %s %s.".formatted(key, bits, choices, where),
            "Maybe --set %s=%s".formatted(key, choices.getFirst()));
  }

  private static void rule(RuleSite site, ChipProfile<?, ?> chip) {
    RuleExplanation explanation = chip.explain(site.rule());
    if (!explanation.runs()) {
      throw new BadInputException(
          "Rule (%s) does not run on %s: %s"
              .formatted(site.rule().name(), chip.name(), explanation.lines().getFirst()),
          "Maybe another rule or chip: plastron rules %s shows what every chip makes of it."
              .formatted(site.rule().name()));
    }
  }

  private static void numbers(RuleSite site, ChipProfile<?, ?> chip) {
    for (Symbol symbol : site.rule().symbols(Role.PARAMETER)) {
      Bounds bounds = chip.form().bounds(symbol);
      for (double[] row : site.parameter(symbol.name())) {
        for (double value : row) {
          if (bounds.clip(value) != value) {
            throw new BadInputException(
                "Parameter %s of rule %s (%s at the start) must be from %s to %s on %s."
                    .formatted(
                        symbol.name(),
                        site.rule().name(),
                        value,
                        bounds.low(),
                        bounds.high(),
                        chip.name()),
                "Maybe --set model.%s=%s.".formatted(symbol.name(), bounds.clip(value)));
          }
        }
      }
    }
  }
}
