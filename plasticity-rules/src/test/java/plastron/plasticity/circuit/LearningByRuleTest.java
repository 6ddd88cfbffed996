package plastron.plasticity.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafExp;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.network.Values;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SimulationMemory;
import plastron.core.source.SpikeGenerator;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

class LearningByRuleTest {

  /** A weight that makes a neuron spike. */
  private static final double TEACHER = 1e6;

  @Test
  void everySynapseOfAPairLearnsWhateverItsDelay() {
    Simulation simulation =
        simulation(
            rule("dp-linear", new ModulatorSource.ConstantOne()),
            Map.of("eta", 0.5, "alpha", 8.0),
            new Pattern.Listed(new int[] {0, 0, 0}, new int[] {0, 0, 0}),
            new Distribution.Each(1, 1, 2),
            new Distribution.Each(3, 3, 1));
    simulation.run(9);
    assertThat(weights(simulation)).containsOnly("3 1.0", "3 1.0", "1 2.0");
    // Two spikes of the pre neuron and one of the post neuron in ten steps: E = 0.5 . 0.2 . 0.1.
    simulation.run(1);
    float e = 0.5f * (0.1f * 0.2f);
    assertThat(weights(simulation))
        .containsExactlyInAnyOrder(
            "3 " + (double) (1 + 8 * e), "3 " + (double) (1 + 8 * e), "1 " + (double) (2 + 8 * e));
  }

  @Test
  void aWeightThatChangesItsSignArrivesInTheOtherChannel() {
    Simulation simulation =
        simulation(
            rule("dp-linear", new ModulatorSource.ConstantOne()),
            Map.of("eta", 1.0, "alpha", -1e4),
            new Pattern.AllToAll(),
            Distribution.of(1),
            Distribution.of(2));
    PotentialProbe probe = simulation.probe("post", 0);
    simulation.run(40);
    // The first spike excites; after the window the weight is -199, and the spikes at 9 and 14 ms
    // inhibit.
    assertThat(probe.potentialsMv()[4]).isPositive();
    assertThat(probe.potentialsMv()[17]).isNegative();
    assertThat(simulation.spikes("post").size()).isEqualTo(1);
  }

  @Test
  void numbersThatRulesLoseAreNoWeights() {
    Simulation simulation =
        simulation(
            rule("ndp-linear", new ModulatorSource.ExternalScalar()),
            Map.of("eta", 1.0, "alpha", 1e20, "M", 1e30),
            new Pattern.AllToAll(),
            Distribution.of(1),
            Distribution.of(2));
    assertThatThrownBy(() -> simulation.run(20))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "Weights of connections learning leave the range of single precision (Infinity) under"
                + " rule ndp-linear.");
  }

  @Test
  void memoryIsToldBeforeAnythingIsDrawn() {
    for (String name : List.of("dp-linear", "dp-bcm", "ndp-elig", "stdp-dopamine")) {
      PlasticityRule rule = rule(name, new ModulatorSource.Layer(0));
      Map<String, Distribution> numbers = new LinkedHashMap<>();
      LearningByRule.drawn(rule).forEach(s -> numbers.put(s.name(), Distribution.of(0.1)));
      LearningByRule learning =
          new LearningByRule(
              rule,
              Optional.of(new RuleWindow(10, 100)),
              numbers,
              rule.symbol("m").isPresent() ? Map.of("m", "N") : Map.of());
      Circuit circuit =
          new Circuit(
              List.of(new CircuitPopulation("N", 1000, model(1))),
              List.of(
                  new Connections(
                      "learning",
                      "N",
                      "N",
                      new Pattern.Probability(0.1),
                      Distribution.of(1),
                      Distribution.of(1),
                      Optional.of(learning))),
              List.of());
      double taken = new Simulation(circuit, 0.1, 1, 2).synapseBytes();
      assertThat(SimulationMemory.bytes(circuit, 0.1, 2)).isBetween(taken, 4 * taken);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    PlasticityRule rule = rule("dp-linear", new ModulatorSource.ConstantOne());
    Optional<RuleWindow> window = Optional.of(new RuleWindow(10, 100));
    Map<String, Distribution> numbers =
        Map.of("eta", Distribution.of(0.1), "alpha", Distribution.of(1));
    assertThatThrownBy(() -> new LearningByRule(rule, Optional.empty(), numbers, Map.of()))
        .hasMessageContaining("must be given if, and only if, something happens at its end.");
    assertThatThrownBy(
            () -> new LearningByRule(rule, window, Map.of("eta", Distribution.of(0.1)), Map.of()))
        .hasMessageContaining("must be given for [alpha, eta].");
    assertThatThrownBy(
            () ->
                new LearningByRule(
                    rule,
                    window,
                    Map.of("eta", Distribution.of(2), "alpha", Distribution.of(1)),
                    Map.of()))
        .hasMessageContaining("Parameter eta of rule dp-linear")
        .hasMessageContaining("must be drawn from 0.0 to 1.0.");
    assertThatThrownBy(
            () ->
                new LearningByRule(
                    rule("ndp-linear", new ModulatorSource.OwnLayer()), window, numbers, Map.of()))
        .hasMessageContaining("must read the rates of its post neurons as those of a source.");
    assertThatThrownBy(
            () ->
                new LearningByRule(
                    rule("static", new ModulatorSource.ConstantOne()), window, Map.of(), Map.of()))
        .hasMessageContaining("must change synapses");
    assertThatThrownBy(
            () ->
                simulation(
                    rule,
                    new RuleWindow(0.1, 100),
                    numbers,
                    new Pattern.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(1)))
        .hasMessage("Window of connections learning (0.1 ms) must be at least a step of 1.0 ms.");
  }

  private static PlasticityRule rule(String name, ModulatorSource modulator) {
    return Catalogue.find(name)
        .orElseThrow()
        .build(new RuleOptions(Double.POSITIVE_INFINITY, Axis.GLOBAL, modulator));
  }

  private static Simulation simulation(
      PlasticityRule rule,
      Map<String, Double> numbers,
      Pattern pattern,
      Distribution weights,
      Distribution delays) {
    Map<String, Distribution> drawn = new LinkedHashMap<>();
    numbers.forEach((name, number) -> drawn.put(name, Distribution.of(number)));
    return simulation(rule, new RuleWindow(10, 1000), drawn, pattern, weights, delays);
  }

  /** A pre neuron spikes at 2, 9 and 14 ms, a post neuron at 6. */
  private static Simulation simulation(
      PlasticityRule rule,
      RuleWindow window,
      Map<String, Distribution> numbers,
      Pattern pattern,
      Distribution weights,
      Distribution delays) {
    LearningByRule learning = new LearningByRule(rule, Optional.of(window), numbers, Map.of());
    return new Simulation(
        new Circuit(
            List.of(
                new CircuitPopulation("pre", 1, new SpikeGenerator(new double[][] {{2, 9, 14}})),
                new CircuitPopulation("teacher", 1, new SpikeGenerator(new double[][] {{5}})),
                new CircuitPopulation("post", 1, model(1000))),
            List.of(
                new Connections(
                    "teaching",
                    "teacher",
                    "post",
                    new Pattern.AllToAll(),
                    Distribution.of(TEACHER),
                    Distribution.of(1)),
                new Connections(
                    "learning", "pre", "post", pattern, weights, delays, Optional.of(learning))),
            List.of()),
        1,
        1,
        1);
  }

  private static IafExp model(double thresholdMv) {
    Values zero = Values.of(0);
    return new IafExp(
        new CellMembrane(
            Values.of(1), Values.of(5), zero, zero, zero, Values.of(thresholdMv), zero, zero),
        Values.of(0.1),
        Values.of(0.1));
  }

  private static List<String> weights(Simulation simulation) {
    List<String> weights = new ArrayList<>();
    simulation.weights("learning", (pre, post, delay, w) -> weights.add(delay + " " + w));
    return weights;
  }
}
