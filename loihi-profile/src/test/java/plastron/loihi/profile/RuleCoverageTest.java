package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.RuleExplanation;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;

/** What becomes of every rule of the catalogue on all chips. */
class RuleCoverageTest {

  private static final Map<String, String> REFUSED_BY_LOIHI1 =
      Map.of(
          "dp-oja", "L-OJA-NONLOCAL",
          "dp-bcm-classic", "L-FUNC",
          "ndp-linear", "L-MOD-PERNEURON",
          "ndp-oja", "L-MOD-PERNEURON L-OJA-NONLOCAL",
          "ndp-oja-local", "L-MOD-PERNEURON",
          "ndp-bcm", "L-MOD-PERNEURON",
          "ndp-elig", "L-DELAY-USED L-MOD-PERNEURON",
          "ndp-elig-decay", "L-DELAY-USED L-MOD-PERNEURON",
          "stdp-dopamine", "L-DELAY-USED L-MOD-PERNEURON");

  private static final Map<String, String> REFUSED_BY_ASSISTED =
      Map.of(
          "ndp-elig", "L-DELAY-USED",
          "ndp-elig-decay", "L-DELAY-USED L-FUNC",
          "stdp-dopamine", "L-DELAY-USED");

  private static final Map<String, String> REFUSED_BY_REWARD =
      Map.of(
          "dp-oja", "L-OJA-NONLOCAL",
          "dp-bcm-classic", "L-FUNC",
          "ndp-oja", "L-OJA-NONLOCAL",
          "ndp-bcm", "L-MAC-OVF",
          "ndp-elig", "L-DELAY-USED",
          "ndp-elig-decay", "L-DELAY-USED L-REWARD-ONE",
          "stdp-dopamine", "L-DELAY-USED");

  private static final Map<String, String> REFUSED_BY_LOIHI2 = Map.of("ndp-elig-decay", "L-FUNC");

  private static RuleExplanation explain(String chip, String rule, RuleOptions options) {
    RuleFamily family = Catalogue.find(rule).orElseThrow();
    return ChipProfiles.named(chip).explain(family.build(options));
  }

  private static String codes(RuleExplanation explanation) {
    TreeSet<String> codes = new TreeSet<>();
    explanation.lines().forEach(line -> codes.add(line.substring(0, line.indexOf(':'))));
    return String.join(" ", codes);
  }

  @Test
  void theLoaderFindsAllForms() {
    assertThat(ChipProfiles.all())
        .extracting(ChipProfile::name)
        .contains("loihi1", "loihi1-assisted", "loihi1-assisted-reward", "loihi1-reward", "loihi2");
  }

  @Test
  void loihi1RefusesWhatNeedsMoreThanLocalTraces() {
    assertThat(refused("loihi1")).isEqualTo(new TreeMap<>(REFUSED_BY_LOIHI1));
  }

  @Test
  void processorsOfLoihi1HelpWithAllButSecondSynapticStates() {
    assertThat(refused("loihi1-assisted")).isEqualTo(new TreeMap<>(REFUSED_BY_ASSISTED));
    assertThat(explain("loihi1-assisted", "ndp-oja", RuleOptions.paper()).lines())
        .contains("program of the embedded processors, at every update:", "  d = -dot_E_x + M.y");
  }

  @Test
  void theRewardChannelBringsOneModulatorAndNoSumOverSynapses() {
    assertThat(refused("loihi1-reward")).isEqualTo(new TreeMap<>(REFUSED_BY_REWARD));
    assertThat(refused("loihi1-assisted-reward")).isEqualTo(new TreeMap<>(REFUSED_BY_ASSISTED));
    assertThat(explain("loihi1-reward", "ndp-linear", RuleOptions.paper()).lines())
        .contains(
            "  dw = -N*uK*w + A*uK*t*x1*y1*r1",
            "r1 = dot_W_m_y, a reward spike for every spike of y, with W_m");
    assertThat(explain("loihi1-reward", "ndp-elig-decay", RuleOptions.paper()).lines())
        .anySatisfy(line -> assertThat(line).contains("the reward trace r1 of a core carries one"));
  }

  private static Map<String, String> refused(String chip) {
    Map<String, String> refused = new TreeMap<>();
    for (String rule : Catalogue.names()) {
      RuleExplanation explanation = explain(chip, rule, RuleOptions.paper());
      if (!explanation.runs()) {
        refused.put(rule, codes(explanation));
      }
    }
    return refused;
  }

  @Test
  void loihi2RunsAllButTwoSignedModulators() {
    assertThat(refused("loihi2")).isEqualTo(REFUSED_BY_LOIHI2);
    assertThat(explain("loihi2", "ndp-elig-decay", RuleOptions.paper()).lines())
        .startsWith(
            "L-FUNC: the rule needs the post quantities ([M, N]), neurons write one signed one (y2"
                + " and y3) and one unsigned one (y1). Maybe collect them in one signal.");
  }

  @Test
  void loihi2RunsTheModulatedDecayWithOneModulator() {
    ModulatorSource one = new ModulatorSource.ConstantOne();
    RuleOptions options = RuleOptions.paper();
    assertThat(explain("loihi2", "ndp-elig-decay", options.modulatedBy(one)).runs()).isTrue();
    assertThat(explain("loihi2", "ndp-elig-decay", options.decayModulatedBy(one)))
        .isEqualTo(explain("loihi2", "ndp-elig", options));
  }

  @Test
  void functionsOfSignalsAreRefused() {
    ModulatorSource tanh = new ModulatorSource.Tanh(new ModulatorSource.OwnLayer());
    RuleOptions options = RuleOptions.paper().modulatedBy(tanh);
    for (String chip : List.of("loihi1", "loihi2")) {
      for (String rule : List.of("ndp-linear", "ndp-oja", "ndp-bcm", "ndp-elig")) {
        assertThat(codes(explain(chip, rule, options))).isEqualTo("L-FUNCTION");
      }
    }
    assertThat(explain("loihi2", "ndp-linear", options).lines())
        .containsExactly(
            "L-FUNCTION: term (eta.x.M.y) needs M = tanh(dot_W_m_y); the programs that are written"
                + " for Intel Loihi 2 add and multiply. Maybe end M without the function tanh.");
  }

  @Test
  void programsReadWhatComesFromOutside() {
    for (ModulatorSource source :
        List.of(new ModulatorSource.ExternalScalar(), new ModulatorSource.ExternalVector())) {
      RuleOptions external = RuleOptions.paper().modulatedBy(source);
      for (String rule : List.of("ndp-linear", "ndp-oja", "ndp-oja-local", "ndp-bcm", "ndp-elig")) {
        assertThat(explain("loihi2", rule, external).runs()).as(rule).isTrue();
        assertThat(explain("loihi1-assisted", rule, external).runs())
            .as(rule)
            .isEqualTo(!rule.equals("ndp-elig"));
        assertThat(explain("loihi1-reward", rule, external).runs())
            .as(rule)
            .isEqualTo(List.of("ndp-linear", "ndp-oja-local").contains(rule));
        assertThat(codes(explain("loihi1", rule, external))).as(rule).contains("L-MOD-EXTERNAL");
      }
      assertThat(explain("loihi2", "ndp-linear", external).lines())
          .contains("  M = written by the host", "  q = M.y", "  y2 = max(q, 0), y3 = max(-q, 0)");
      RuleOptions tanh = RuleOptions.paper().modulatedBy(new ModulatorSource.Tanh(source));
      assertThat(codes(explain("loihi2", "ndp-linear", tanh))).isEqualTo("L-FUNCTION");
    }
  }

  @Test
  void constantModulatorsNeedNoThirdFactor() {
    RuleOptions one = RuleOptions.paper().modulatedBy(new ModulatorSource.ConstantOne());

    assertThat(explain("loihi1", "ndp-linear", one)).isEqualTo(explain("loihi1", "dp-linear", one));
    assertThat(explain("loihi1", "ndp-bcm", one).lines())
        .isEqualTo(explain("loihi1", "dp-bcm", one).lines());
  }

  @Test
  void loihi1RefusesWhatComesFromOutside() {
    RuleOptions external = RuleOptions.paper().modulatedBy(new ModulatorSource.ExternalScalar());

    assertThat(explain("loihi1", "ndp-linear", external).lines())
        .containsExactly(
            "L-MOD-EXTERNAL: term (M.eta.x.y) reads M from outside at every update; the neurons of"
                + " Intel Loihi write no post traces, so it has no register. Maybe export to"
                + " loihi1-reward, or export to loihi1-assisted, or export to loihi2, or train with"
                + " a rule that loihi1 runs (dp-linear, dp-oja-local, dp-oja-classic, dp-bcm).");
  }

  @Test
  void otherLayersModulateOnLoihi2() {
    RuleOptions layer = RuleOptions.paper().modulatedBy(new ModulatorSource.Layer(0));

    assertThat(explain("loihi2", "ndp-linear", layer).runs()).isTrue();
    assertThat(codes(explain("loihi1", "ndp-linear", layer))).isEqualTo("L-MOD-PERNEURON");
  }

  @Test
  void rulesOfSpikesAreProductsThatSpikesOpen() {
    assertThat(explain("loihi1", "stdp-triplet", RuleOptions.paper()).lines())
        .contains(
            "  dw = -A*x0*t*y1 - B*x0*t*(x2-I)*y1 + C*y0*t*x1 + D*y0*t*x1*(y2-I) - E*x0*t*y3 +"
                + " F*x0*t*y3 - G*x0*t*(y2-I)*y3 + H*x0*t*(x2-I)*y3",
            "  x2 = x2, a trace of spikes of 101.0 steps",
            "  y3 = whether the neuron fires in this step, a trace without memory");
    RuleOptions reward = RuleOptions.paper().modulatedBy(new ModulatorSource.ExternalScalar());
    assertThat(explain("loihi2", "stdp-dopamine", reward).lines())
        .contains("  M = written by the host", "  y2 = max(M, 0), y3 = max(-M, 0)");
    assertThat(codes(explain("loihi1", "stdp-dopamine", reward))).contains("L-MOD-EXTERNAL");
  }

  @Test
  void refusalsNameTermReasonAndWayOut() {
    assertThat(explain("loihi1", "dp-oja", RuleOptions.paper()).lines())
        .containsExactly(
            "L-OJA-NONLOCAL: term (-eta.x.dot_E_x) needs (E x)_i, a sum over all synapses of a"
                + " neuron; a synapse of Intel Loihi reads 2 pre traces and 3 post traces, none of"
                + " which is that sum. A local form, each synapse for itself, is another rule: used"
                + " silently it would be off by 3 % of full scale for 5 inputs and 24 % for 40."
                + " Maybe export to loihi1-assisted, or export to loihi2, or train with a rule that"
                + " loihi1 runs (dp-linear, dp-oja-local, dp-oja-classic, dp-bcm).");
    assertThat(explain("loihi1", "ndp-linear", RuleOptions.paper()).lines())
        .containsExactly(
            "L-MOD-PERNEURON: term (eta.x.dot_W_m_y.y) needs the modulator (W_m y)_i, one value for"
                + " each neuron; the learning engine of Intel Loihi has only broadcast rewards."
                + " Maybe export to loihi1-reward (a core for every modulator), or export to"
                + " loihi1-assisted, or export to loihi2, or train with a rule that"
                + " loihi1 runs (dp-linear, dp-oja-local, dp-oja-classic, dp-bcm).");
  }

  @Test
  void programsReadAsInTheRulesTable() {
    assertThat(explain("loihi1", "dp-oja-local", RuleOptions.paper()).lines())
        .contains("  dw = -N*uK*w - A*uK*w*x1*x1 + B*uK*t*x1*y1");
    assertThat(explain("loihi1", "dp-bcm", RuleOptions.paper()).lines())
        .contains("  dw = -N*uK*w - A*uK*t*x1*x2*y1 - B*uK*(d-32)*x1*y1 + C*uK*t*x1*x1*y1");
    assertThat(explain("loihi2", "ndp-oja", RuleOptions.paper()).lines())
        .contains(
            "  dw = -N*uK*w + A*uK*t*x1*y2 - A*uK*t*x1*y3",
            "  dw = -N*uK*w + A*uK*x1*y2 - A*uK*x1*y3",
            "  d = -dot_E_x + M.y",
            "  y2 = max(d, 0), y3 = max(-d, 0)");
  }
}
