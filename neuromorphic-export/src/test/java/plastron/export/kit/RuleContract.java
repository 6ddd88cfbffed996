package plastron.export.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractResult;
import plastron.export.contract.ModelSketch;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleInterpreter64;
import plastron.plasticity.kit.RuleCase;
import plastron.plasticity.kit.RuleLaws;
import plastron.plasticity.rule.PlasticityRule;

/**
 * What a rule of one's own keeps; a test class implements it and says the rule. A counterexample is
 * shrunk and printed as code. A property that a rule means to break is overridden.
 */
public interface RuleContract {

  /** The rule. */
  PlasticityRule rule();

  /** What states are to fit into. */
  default FixedFormat states() {
    return FixedFormat.signed(7, 24);
  }

  /** Chips that run the rule within what they state, or refuse it; none if there are none. */
  default List<ChipProfile<?, ?>> chips() {
    return List.copyOf(ChipProfiles.all());
  }

  /** Numbers for the rule. */
  @Provide
  default Arbitrary<RuleEpisode> episodes() {
    return RuleEpisodes.of(rule());
  }

  /** The rule between neurons. */
  @Provide
  default Arbitrary<RuleCase> cases() {
    return RuleCase.of(Arbitraries.just(rule()), Arbitraries.integers().between(1, 5));
  }

  /** The rule in models of one layer. */
  @Provide
  default Arbitrary<ModelSketch> sketches() {
    return Sketches.of(rule());
  }

  /** Both evaluators agree, gradients are slopes, neurons may be counted in any order. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  default void theLawsOfRulesHold(@ForAll("cases") RuleCase c) {
    RuleLaws.laws(c);
  }

  /** Where no neuron fires and nothing comes from outside, no state moves away from zero. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  default void silenceLetsStatesFade(@ForAll("episodes") RuleEpisode episode) {
    RuleDerivation rule = RuleDerivation.of(episode.rule());
    RuleFrame64 frame = new RuleFrame64(rule, episode.shape());
    episode.start().forEach((name, value) -> frame.value[index(rule, name)] = value);
    new RuleInterpreter64(rule).update(frame);
    for (int u = 0; u < frame.next.length; u++) {
      Symbol state = rule.updates().get(u).state();
      double[][] before = frame.value[rule.index(state)];
      for (int j = 0; j < before.length; j++) {
        for (int i = 0; i < before[j].length; i++) {
          assertThat(Math.abs(frame.next[u][j][i]))
              .as("|%s| after %s, all neurons silent", state, before[j][i])
              .isLessThanOrEqualTo(Math.abs(before[j][i]));
        }
      }
    }
  }

  private static int index(RuleDerivation rule, String name) {
    return rule.index(rule.rule().symbol(name).orElseThrow());
  }

  /** From rest, no state leaves the format. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  default void statesFitTheirFormat(@ForAll("episodes") RuleEpisode episode) {
    QuantizedCourse course = QuantizedRule.of(rule(), states()).run(fromRest(episode));
    assertThat(course.saturations()).as("values that %s does not hold", states()).isZero();
  }

  /** The rule in integers stays as near to the exact one as its formats say. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  default void integersStayWithinTheStatedError(@ForAll("episodes") RuleEpisode episode) {
    QuantizedCourse course = QuantizedRule.of(rule(), states()).run(fromRest(episode));
    assertThat(course.error()).as("error").isLessThanOrEqualTo(course.stated());
  }

  /** States start every episode at zero. */
  private static RuleEpisode fromRest(RuleEpisode episode) {
    Map<String, double[][]> parameters = new TreeMap<>(episode.start());
    episode.rule().symbols(Role.STATE).forEach(state -> parameters.remove(state.name()));
    return new RuleEpisode(episode.rule(), episode.sides(), parameters, episode.windows());
  }

  /** Every chip that accepts the rule runs it within the error that it states. */
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  default void chipsRunItWithinWhatTheyState(@ForAll("sketches") ModelSketch sketch) {
    boolean alone =
        rule().symbols(Role.EXTERNAL).isEmpty()
            && rule().symbols().stream().noneMatch(s -> s.axis() == Axis.MODULATOR);
    for (ChipProfile<?, ?> chip : alone ? chips() : List.<ChipProfile<?, ?>>of()) {
      ContractResult result =
          ChipContract.of(chip).check(sketch.tried(rule().name(), List.of(), chip.form()));
      if (result.excuse() == ContractResult.Excuse.NONE && !result.large()) {
        assertThat(result.violations()).as("%s", chip.title()).isEmpty();
      }
    }
  }
}
