package plastron.tasks.train;

import java.util.Set;
import java.util.TreeSet;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.RuleExplanation;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;

/** Asks the chip that a model is to be trained for what its export would ask afterwards. */
final class ChipChecks {

  private ChipChecks() {}

  /**
   * Looks at the rule, and at the numbers that training starts from.
   *
   * @throws BadInputException naming what the chip does not run; never if no chip is in mind
   */
  static void require(Configuration config, LayeredModel model) {
    String name = config.get(RunSettings.HARDWARE);
    if (name.equals(RunSettings.NO_HARDWARE)) {
      return;
    }
    ChipProfile<?, ?> chip = ChipProfiles.named(name);
    Set<String> asked = new TreeSet<>();
    for (PlasticLayer layer : model.layers()) {
      for (LayerSynapses projection : layer.projections()) {
        if (asked.add(projection.rule().name())) {
          rule(projection, chip);
          numbers(projection, chip);
        }
      }
    }
  }

  private static void rule(LayerSynapses projection, ChipProfile<?, ?> chip) {
    RuleExplanation explanation = chip.explain(projection.rule());
    if (!explanation.runs()) {
      throw new BadInputException(
          "Rule (%s) does not run on %s: %s"
              .formatted(projection.rule().name(), chip.name(), explanation.lines().getFirst()),
          "Maybe another rule or chip: plastron rules %s shows what every chip makes of it."
              .formatted(projection.rule().name()));
    }
  }

  private static void numbers(LayerSynapses projection, ChipProfile<?, ?> chip) {
    for (Symbol symbol : projection.rule().symbols(Role.PARAMETER)) {
      Bounds bounds = chip.form().bounds(symbol);
      for (double[] row : projection.parameter(symbol.name())) {
        for (double value : row) {
          if (bounds.clip(value) != value) {
            throw new BadInputException(
                "Parameter %s of rule %s (%s at the start) must be from %s to %s on %s."
                    .formatted(
                        symbol.name(),
                        projection.rule().name(),
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
