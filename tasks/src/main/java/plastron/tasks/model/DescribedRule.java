package plastron.tasks.model;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.format.ImportedRule;
import plastron.export.format.RuleImporters;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Role;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.NetworkSection;
import plastron.tasks.config.NetworkSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;

/**
 * The rule of a projection from its table.
 *
 * @param rule one of the catalogue, or one of Lava in the rule language
 * @param start what its parameters start from, unless the table says otherwise, by name
 */
record DescribedRule(PlasticityRule rule, Map<String, Double> start) {

  /**
   * Reads it.
   *
   * @param signals that the task or a module gives, each with its number of values
   * @param index of the population that the table names
   */
  static DescribedRule of(
      Configuration config,
      NetworkSection table,
      Map<String, Integer> signals,
      ToIntFunction<Setting<String>> index) {
    Optional<String> lava = table.get(NetworkSettings.LAVA);
    if (lava.isPresent()) {
      table.refuse(NetworkSettings.RULE, "says another rule than lava.");
      return imported(config, table, signals, lava.get());
    }
    String name = table.get(NetworkSettings.RULE).orElseGet(() -> ruleOfTheRun(config, table));
    RuleFamily family = Catalogue.find(name).orElseThrow();
    RuleOptions options = InitialModel.options(config);
    Optional<String> modulator = table.get(NetworkSettings.MODULATOR);
    if (modulator.isPresent()) {
      int width = signals.getOrDefault(modulator.get(), 0);
      ModulatorSource source =
          switch (width) {
            case 0 -> new ModulatorSource.Layer(index.applyAsInt(NetworkSettings.MODULATOR));
            case 1 -> new ModulatorSource.ExternalScalar();
            default -> new ModulatorSource.ExternalVector();
          };
      options = options.modulatedBy(source).decayModulatedBy(source);
    }
    PlasticityRule built = family.build(options);
    if (!family.isModulated() && !family.isDecayModulated()) {
      requireNoModulator(table, name);
    }
    return new DescribedRule(built, Map.of());
  }

  private static String ruleOfTheRun(Configuration config, NetworkSection table) {
    return config.has(RunSettings.RULE)
        ? config.get(RunSettings.RULE)
        : table.require(NetworkSettings.RULE);
  }

  private static void requireNoModulator(NetworkSection table, String rule) {
    table.refuse(
        NetworkSettings.MODULATOR, "is for a rule that is modulated, %s is not.".formatted(rule));
  }

  private static DescribedRule imported(
      Configuration config, NetworkSection table, Map<String, Integer> signals, String text) {
    String subject =
        "Setting %s.%s in %s (%s)"
            .formatted(table.title(), NetworkSettings.LAVA.key(), table.origin(), text);
    ImportedRule imported;
    try {
      imported = RuleImporters.named("lava").read(text, config.get(ModelSettings.R_REF));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("%s is no rule: %s".formatted(subject, e.getMessage()));
    }
    if (imported.rule().isEmpty()) {
      String why =
          imported.diagnostics().stream()
              .filter(d -> d.code().equals("L-LANGUAGE"))
              .map(Diagnostic::message)
              .findFirst()
              .orElse("");
      throw new BadInputException("%s is none of the rule language: %s".formatted(subject, why));
    }
    int interval = config.count(ModelSettings.UPDATE_INTERVAL);
    PlasticityRule rule = imported.rule().get();
    // What spikes alone drive is the same at any interval.
    if (interval != imported.interval() && !rule.updates().isEmpty()) {
      throw new BadInputException(
          "%s updates every %d steps, the network every %d."
              .formatted(subject, imported.interval(), interval),
          "Maybe --set %s=%d, or another t_epoch or k of u."
              .formatted(ModelSettings.UPDATE_INTERVAL.key(), imported.interval()));
    }
    if (rule.symbols(Role.EXTERNAL).isEmpty()) {
      requireNoModulator(table, "this one");
    } else {
      String modulator = table.require(NetworkSettings.MODULATOR);
      if (!signals.containsKey(modulator)) {
        throw new BadInputException(
            "Setting %s.%s in %s (%s) must be a module or a signal of the task, one of %s: neurons that write y2 and y3 are told what to write."
                .formatted(
                    table.title(),
                    NetworkSettings.MODULATOR.key(),
                    table.origin(),
                    modulator,
                    signals.keySet()));
      }
    }
    return new DescribedRule(rule, imported.start());
  }
}
