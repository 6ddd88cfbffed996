package plastron.plasticity.circuit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafExp;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.PoissonDrive;
import plastron.core.network.Values;
import plastron.core.source.PoissonSource;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** A population that excites and inhibits itself through synapses of many delays that learn. */
final class RecurrentLearning {

  static final int STEPS = 150;

  private final Circuit circuit;

  RecurrentLearning(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RuleFamily> plastic = Catalogue.plastic();
    ModulatorSource layer = new ModulatorSource.Layer(random.nextInt(2));
    Axis alpha = random.nextBoolean() ? Axis.GLOBAL : Axis.SYNAPSE;
    PlasticityRule rule =
        plastic.get(random.nextInt(plastic.size())).build(new RuleOptions(2, alpha, layer, layer));
    Map<String, Distribution> numbers = new LinkedHashMap<>();
    LearningByRule.drawn(rule)
        .forEach(s -> numbers.put(s.name(), new Distribution.Uniform(0.1, 0.3)));
    numbers.put("alpha", new Distribution.Uniform(5, 30));
    Map<String, String> sources = new LinkedHashMap<>();
    List.of("m", "n")
        .forEach(
            name ->
                rule.symbol(name)
                    .ifPresent(s -> sources.put(name, random.nextBoolean() ? "E" : "D")));
    Optional<RuleWindow> window =
        rule.updates().isEmpty()
            ? Optional.empty()
            : Optional.of(new RuleWindow(0.5 * (1 + random.nextInt(20)), 100));
    Pattern pattern = random.nextBoolean() ? new Pattern.InDegree(9) : new Pattern.Probability(0.3);
    Values zero = Values.of(0);
    IafExp model =
        new IafExp(
            new CellMembrane(
                Values.of(100), Values.of(10), Values.of(1), zero, zero, Values.of(5), zero, zero),
            Values.of(2),
            Values.of(4));
    CircuitPopulation e = new CircuitPopulation("E", 20, model);
    circuit =
        new Circuit(
            List.of(e, new CircuitPopulation("D", 3, new PoissonSource(50, 7))),
            List.of(
                new Connections(
                    "learning",
                    "E",
                    "E",
                    pattern,
                    new Distribution.Uniform(-20, 40),
                    new Distribution.Uniform(1, 4),
                    Optional.of(new LearningByRule(rule, window, numbers, sources)))),
            List.of(PoissonDrive.of(e, 800, 60)));
  }

  Circuit circuit() {
    return circuit;
  }
}
