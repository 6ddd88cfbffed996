package plastron.tasks.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Plasticity;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.circuit.LearningByRule;
import plastron.plasticity.circuit.RuleWindow;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.cli.BadInputException;

class RuleTableTest {

  private static final String CIRCUIT =
      """
      dt_ms = 0.1

      [populations.E]
      model = "iaf_psc_exp"
      size = 4
      C_m_pF = 200.0
      tau_m_ms = 10.0
      t_ref_ms = 2.0
      E_L_mV = -70.0
      V_reset_mV = -70.0
      V_th_mV = -55.0
      tau_syn_ex_ms = 2.0
      tau_syn_in_ms = 2.0

      [connections.c]
      from = "E"
      to = "E"
      pattern = "all_to_all"
      weight_pA = 10.0
      delay_ms = 1.0

      """;

  private static final String RULE =
      """
      [connections.c.rule]
      name = "ndp-elig"
      window_ms = 20.0
      reference_Hz = 50.0
      alpha_pA = 5.0
      eta = 0.1
      eta_e = { uniform = [0.1, 0.2] }
      M_from = "E"
      W_m = 0.5
      clip = 2.0
      """;

  @TempDir private Path folder;

  @Test
  void readsARuleOfTheCatalogue() throws IOException {
    assertThat(read(RULE))
        .isEqualTo(
            new LearningByRule(
                rule("ndp-elig", Axis.GLOBAL, new ModulatorSource.Layer(0)),
                Optional.of(new RuleWindow(20, 50)),
                Map.of(
                    "alpha", Distribution.of(5),
                    "eta", Distribution.of(0.1),
                    "eta_e", new Distribution.Uniform(0.1, 0.2),
                    "W_m", Distribution.of(0.5)),
                Map.of("m", "E")));
    String constant =
        RULE.replace("M_from = \"E\"\nW_m = 0.5", "M = -1.5\ntau_rate_ms = 30.0")
            .replace("alpha_pA = 5.0", "alpha_pA = { uniform = [1.0, 2.0] }");
    assertThat(read(constant))
        .isEqualTo(
            new LearningByRule(
                rule("ndp-elig", Axis.SYNAPSE, new ModulatorSource.ExternalScalar()),
                Optional.of(new RuleWindow(20, 50, OptionalDouble.of(30))),
                Map.of(
                    "alpha",
                    new Distribution.Uniform(1, 2),
                    "eta",
                    Distribution.of(0.1),
                    "eta_e",
                    new Distribution.Uniform(0.1, 0.2),
                    "M",
                    Distribution.of(-1.5)),
                Map.of()));
    String timed =
        """
        [connections.c.rule]
        name = "stdp"
        alpha_pA = 5.0
        A_plus = 0.1
        A_minus = 0.2
        """;
    assertThat(((LearningByRule) read(timed)).window()).isEmpty();
  }

  private static PlasticityRule rule(String name, Axis alpha, ModulatorSource modulator) {
    return Catalogue.find(name).orElseThrow().build(new RuleOptions(2, alpha, modulator));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ndp-elig | ndp-elg | Setting connections.c.rule.name in net.toml, line 23 (ndp-elg) must"
            + " be one of",
        "eta = 0.1 | eta = 1.1 | Setting connections.c.rule.eta in net.toml, line 27 (1.1) must be"
            + " a number from 0 to 1, { uniform",
        "eta = 0.1 | eta = nan | Setting connections.c.rule.eta in net.toml, line 27 (NaN) must be"
            + " a number from 0 to 1, { uniform",
        "eta = 0.1 | eta_phi = 0.1 | Setting connections.c.rule.eta in net.toml, line 22 (missing)"
            + " must be a number from 0 to 1, { uniform",
        "alpha_pA = 5.0 | alpha = 5.0 | Setting connections.c.rule.alpha_pA in net.toml, line 22"
            + " (missing) must be a finite number",
        "alpha_pA = 5.0 | alpha_pA = inf | Setting connections.c.rule.alpha_pA in net.toml, line 26"
            + " (Infinity) must be a finite number",
        "window_ms = 20.0 | window_ms = 0.25 | Setting connections.c.rule.window_ms in net.toml,"
            + " line 24 (0.25) must be a multiple of the step, 0.1 ms.",
        "reference_Hz = 50.0 | reference_Hz = 0 | Setting connections.c.rule.reference_Hz in"
            + " net.toml, line 25 (0) must be a number above 0.",
        "M_from = \"E\" | M_from = \"D\" | Setting connections.c.rule.M_from in net.toml, line 29"
            + " (D) must be one of E.",
        "M_from = \"E\" | clip = 3.0 | Setting connections.c.rule.M in net.toml, line 22 (missing)"
            + " must be a number, or else M_from the name of a population.",
        "W_m = 0.5 | M = 0.5 | Setting connections.c.rule.M in net.toml, line 30 (0.5) must be a"
            + " number, or else M_from the name of a population.",
        "W_m = 0.5 | W_n = 0.5 | Setting connections.c.rule.W_m in net.toml, line 22 (missing) must"
            + " be a finite number",
        "clip = 2.0 | 'clip = 2.0\n"
            + "etta = 1' | Setting (connections.c.rule.etta) in net.toml, line 32 is not known,"
            + " expected some of",
      })
  void whatIsWrongOfARuleIsSaidWithItsLine(String right, String wrong, String refusal)
      throws IOException {
    String table = wrong.startsWith("clip = 3") ? RULE.replace("clip = 2.0\n", "") : RULE;
    assertRefused(table, right, wrong.replace("\\n", "\n"), refusal);
  }

  @Test
  void ofAnUnknownRuleTheNearestIsNamed() {
    assertThatThrownBy(() -> read(RULE.replace("ndp-elig", "ndp-elg")))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.maybe()).isEqualTo("Maybe ndp-elig was meant."));
  }

  private void assertRefused(String table, String right, String wrong, String refusal)
      throws IOException {
    assertThat(table).contains(right);
    BadInputException refused =
        catchThrowableOfType(BadInputException.class, () -> read(table.replace(right, wrong)));
    assertThat(refused).isNotNull();
    assertThat(String.valueOf(refused.getMessage()).replace(file().toString(), "net.toml"))
        .startsWith(refusal)
        .doesNotContain("\n");
  }

  private Path file() {
    return folder.resolve("net.toml");
  }

  private Plasticity read(String table) throws IOException {
    Path file = Files.writeString(file(), CIRCUIT + table);
    return CircuitFile.read(file, OptionalLong.empty(), 1)
        .circuit()
        .connections()
        .getFirst()
        .plasticity()
        .orElseThrow();
  }
}
