package plastron.loihi.ruletext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.format.ImportedRule;
import plastron.export.format.RuleImporters;
import plastron.export.kit.CodeEdge;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.learning.Evaluation;
import plastron.loihi.learning.InitialSynapses;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.learning.LearningParameters;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.random.SeededRandom;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.rule.PlasticityRule;

/** Rules as users of Lava write them. */
class LavaRuleImporterTest {

  private static ImportedRule read(String text) {
    return RuleImporters.named("lava").read(text, 1);
  }

  private static double start(ImportedRule rule, String parameter) {
    return Objects.requireNonNull(rule.start().get(parameter), parameter);
  }

  @Test
  void aCallItsArgumentsAndTheStringAloneAreTheSameRule() {
    String string = "2^-2*u1*x1*y1 - 2^-4*u1*w";
    List<String> lines = read(string).lines();
    assertThat(read("dw = " + string).lines()).isEqualTo(lines);
    assertThat(read("dw='" + string + "', dd=None").lines()).isEqualTo(lines);
    assertThat(read("LoihiLearningRule(\n  dw=\"" + string + "\",\n  rng_seed=3)").lines())
        .isEqualTo(lines);
    assertThat(lines)
        .startsWith(
            "dw = 1*2^-2*u1*x1*y1 - 1*2^-4*u1*w",
            "  w changes by 0.03125 x1 y1 every 2 steps; 14 operand bits, shifted right by 3, at"
                + " most 256.0 at once",
            "  w changes by -0.06250 w every 2 steps; 9 operand bits, at most 16.00 at once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | Lava rule (0 characters) must have 1 to 10000.",
        "dw=2*u0*x1, tau=3        | Argument (tau) of a Lava rule must be one of dw, dd, dt,"
            + " x1_impulse,",
        "dw=2*u0*x1, dw=2*u0*x1   | Argument (dw) of a Lava rule must stand there once.",
        "dw=2*u0*x1, x1_tau=1e3d  | Argument x1_tau (1e3d) of a Lava rule must be a number from 0.",
        "dw=2*u0*x1, x1_tau=-1    | Argument x1_tau (-1) of a Lava rule must be a number from 0.",
        "dw=2*u0*x1, t_epoch=64   | Argument t_epoch (64) of a Lava rule must be a whole number"
            + " from 1",
        "dw=2*u0*x1 + u1*w        | The rule (2*u0*x1 + u1*w) uses (u1) beside u0.",
        "dw=3*2^9*u0*x1           | The rule (3*2^9*u0*x1) has a scale that does not fit.",
        "t_epoch=2                | The rule set has no rule (0).",
        "dw=2*u0*x1; 'x'          | Lava rule has ('x') where an argument such as",
        "Loihi3FLearningRule(dw=2*u0*y1, y1_tau=3) | Argument (y1_tau) is not one of",
      })
  void whatIsNoRuleIsOneLine(String text, String line) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(line)
        .hasMessageMatching("[^\\n]*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2*u0*t*x1*x1*x1*y1                        | L-MAC-OVF",
        "u0*x1 + u0*y1 + u0*w + x0*y1 + y0*x1      | L-PROFILE-COUNT",
        "Loihi3FLearningRule(dw=u0*x1*y2-u0*x1*y3) | L-MOD-PERNEURON",
        "Loihi3FLearningRule(dw=u0*x1*y2-u0*x1*y3) | L-VENDOR",
        "dd=u0*x1                                  | L-DELAY-USED",
        "dw=u0*x1, x1_impulse=0.5, x1_tau=3        | L-TRACE-RES",
        "dw=u0*x1, x1_impulse=16                   | L-TRACE-RES",
        "dw=u0*x1, x1_impulse=100, x1_tau=30       | L-TRACE-RES",
        "dw=u0*x1, x1_impulse=1.5, x1_tau=3        | L-TRACE-RES",
        "dw=u0*x1, t_epoch=2                       | L-EPOCH"
      })
  void limitsAreNamedWithTheirCodes(String text, String code) {
    assertThat(read(text).diagnostics()).extracting(Diagnostic::code).contains(code);
  }

  @Test
  void aPlainRuleHasNoFindings() {
    ImportedRule rule =
        read("dw=2^-2*u4*x1*y1-2^-4*u4*w, x1_impulse=8, x1_tau=10, y1_impulse=8, y1_tau=10");
    assertThat(rule.diagnostics()).isEmpty();
    assertThat(rule.rule()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2*x1*y0                        | without x1_impulse and x1_tau above 0",
        "dw=2*x1*y0, x1_impulse=8, x1_tau=3, t_epoch=2 | see the last spike of an epoch of 2 steps",
        "dw=x1*y0+u0*x1, x1_impulse=8, x1_tau=3 | x1 is read at spikes and at the end of windows",
        "Loihi3FLearningRule(dw=x0*y1)  | y1 is written by neurons and read at spikes",
        "u0*t*x1*y1 + u0*x1             | with a tag, every product has to have either w or t",
        "u0*w*w                         | w at most once",
        "u0*x1*d                        | d has no words",
        "u0*x1*y2                       | y2 stands without y3",
        "Loihi3FLearningRule(dw=u0*y3)  | y3 stands without y2",
        "Loihi3FLearningRule(dw=u0*y1)  | y1 has no words",
        "u0*sgn(w)*x1                   | sgn() has no words",
        "dt=u0*x1                       | tags and delay variables that learn",
        "dw=u0*x1*y1, x1_impulse=8, x1_tau=3  | y1 stays 0"
      })
  void whatTheRuleLanguageCannotSayIsNamed(String text, String reason) {
    ImportedRule rule = read(text);
    assertThat(rule.rule()).isEmpty();
    assertThat(rule.diagnostics())
        .filteredOn(d -> d.code().equals("L-LANGUAGE"))
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains(reason));
  }

  @Test
  void limitsOfRulesAreSaidFromOneStepPastThem() {
    CodeEdge.of("L-LANGUAGE", codes("u0*x1*y1"), codes("u0*w*w"));
    String four = "u0*x1*y1 + u0*x1*x1*y1 + u0*y1 - 2^-3*u0*w";
    CodeEdge.of("L-PROFILE-COUNT", codes(four), codes(four + " + u0*x1"));
  }

  private static List<String> codes(String text) {
    return read("dw=" + text + ", x1_impulse=8, x1_tau=9.5, y1_impulse=8, y1_tau=9.5")
        .diagnostics()
        .stream()
        .map(Diagnostic::code)
        .toList();
  }

  @Test
  void productsWithModulatorAndSlowTraceAreSaid() {
    ImportedRule whole =
        read(
            "Loihi3FLearningRule(dw='u3*t*x1*x2*y2 - u3*t*x1*x2*y3 - 2^-3*u3*w',"
                + " x1_impulse=8, x1_tau=10, x2_impulse=2, x2_tau=50)");
    assertThat(whole.rule().orElseThrow().updates()).hasSize(2);
    assertThat(whole.rule().orElseThrow().symbol("M")).isPresent();
    assertThat(start(whole, "eta_phi")).isEqualTo(1 - Math.exp(-8 / 50.0), within(1e-12));
    assertThat(start(whole, "N")).isEqualTo(0.125);
  }

  @Test
  void productsThatSpikesOpenAreUpdatesOnSpikes() {
    ImportedRule pairs =
        read("dw='2^-2*y0*x1 - 2^-3*x0*y1', x1_impulse=16, x1_tau=20, y1_impulse=8, y1_tau=10");
    PlasticityRule rule = pairs.rule().orElseThrow();
    assertThat(rule.timing().onPre()).hasSize(1);
    assertThat(rule.timing().onPost()).hasSize(1);
    assertThat(rule.updates()).isEmpty();
    assertThat(rule.timing().traces())
        .extracting(t -> t.symbol().name(), t -> Math.round(t.timeConstant()))
        .containsExactlyInAnyOrder(tuple("x1", 20L), tuple("y1", 10L));
    assertThat(start(pairs, "A")).isEqualTo(4 / 255.0, within(1e-12));
    assertThat(start(pairs, "B")).isEqualTo(1 / 255.0, within(1e-12));
  }

  @Test
  void aTraceHoldsTheSpikeThatReadsItInLava() {
    PlasticityRule rule =
        read("dw='x0*x2*y1', x2_impulse=4, x2_tau=50, y1_impulse=8, y1_tau=10")
            .rule()
            .orElseThrow();
    assertThat(RuleDerivation.of(rule).onPre().getFirst().next()).hasToString("E + A.y1 + A.x2.y1");
  }

  /** Where decay and growth of the weight balance, the engine and the rule agree. */
  @Test
  void coefficientsAreThoseOfTheEngine() {
    String text =
        "dw=2^-5*u0*x1*(x1+10)*y1-2^-2*u0*w, x1_impulse=8, x1_tau=9.5, y1_impulse=8, y1_tau=9.5";
    LavaRule lava = LavaRuleText.read(text);
    LearningParameters parameters =
        new LearningParameters(
            lava.rule(),
            false,
            1,
            SignMode.MIXED,
            LoihiArithmetic.LAVA,
            TraceParameters.of(8, 9.5),
            TraceParameters.OFF,
            TraceParameters.of(8, 9.5),
            TraceParameters.OFF,
            TraceParameters.OFF);
    LearningEngine engine =
        new LearningEngine(
            parameters,
            InitialSynapses.zeros(1, 1),
            new SeededRandom(1, SeededRandom.Sharing.INDEPENDENT),
            Evaluation.ROWS);
    SpikeList spikes = new SpikeList(1);
    spikes.set(new int[] {0});
    double sum = 0;
    for (int t = 0; t < 4000; t++) {
      engine.spikes(spikes, spikes);
      engine.learn();
      sum += t < 2000 ? 0 : engine.weight(0, 0);
    }
    ImportedRule rule = read(text);
    double unit = 8 / (1 - Math.exp(-1 / 9.5));
    double balance = start(rule, "A") * (1 + 10 / unit) / start(rule, "N");
    assertThat(sum / 2000 / 255).isEqualTo(balance, within(0.02 * balance));
  }
}
