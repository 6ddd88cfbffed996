package plastron.tasks.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.circuit.TripletStdp;
import plastron.core.network.DelayPlace;
import plastron.tasks.cli.BadInputException;

class PlasticityTableTest {

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

  private static final String SHORT_TERM =
      """
      [connections.c.short_term]
      U = 0.2
      tau_rec_ms = 130.0
      tau_fac_ms = 530.0
      """;

  private static final String TRIPLET =
      """
      [connections.c.triplet]
      A2_plus_pA = 0.1
      A3_plus_pA = 0.2
      A2_minus_pA = 0.3
      A3_minus_pA = 0.4
      tau_plus_ms = 16.8
      tau_minus_ms = 33.7
      tau_x_ms = 101.0
      tau_y_ms = 125.0
      w_max_pA = 20.0
      delay_in = "dendrite"
      """;

  private static final String DOPAMINE =
      """
      [connections.c.dopamine]
      from = "E"
      delay_ms = 2.0
      tau_c_ms = 1000.0
      tau_n_ms = 200.0
      A_plus_pA = 0.1
      A_minus_pA = 0.2
      tau_plus_ms = 20.0
      tau_minus_ms = 25.0
      w_min_pA = 1.0
      w_max_pA = 20.0
      delay_in = "axon"
      """;

  @TempDir private Path folder;

  @Test
  void readsWhatTheFileSays() throws IOException {
    assertThat(read(TRIPLET))
        .isEqualTo(
            new TripletStdp(0.1, 0.2, 0.3, 0.4, 16.8, 33.7, 101, 125, 20, DelayPlace.DENDRITE));
    assertThat(read(DOPAMINE))
        .isEqualTo(
            new DopamineStdp("E", 2, 1000, 200, 0, 0.1, 0.2, 20, 25, 1, 20, DelayPlace.AXON));
    assertThat(read(SHORT_TERM)).isEqualTo(new ShortTerm(0.2, 130, 530));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U = 0.2 | U = 1.2 | Setting connections.c.short_term.U in net.toml, line 23 (1.2) must be"
            + " a number from 0 to 1.",
        "tau_rec_ms = 130.0 | tau_rec_ms = 0 | Setting connections.c.short_term.tau_rec_ms in"
            + " net.toml, line 24 (0) must be a number above 0.",
        "tau_fac_ms = 530.0 | tau_fac = 530.0 | Setting connections.c.short_term.tau_fac_ms in"
            + " net.toml, line 22 (missing) must be a number of at least 0.",
      })
  void whatIsWrongOfShortTermIsSaidWithItsLine(String right, String wrong, String refusal)
      throws IOException {
    assertRefused(SHORT_TERM, right, wrong, refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A3_plus_pA = 0.2 | A3_plus_mV = 0.2 | Setting connections.c.triplet.A3_plus_pA in"
            + " net.toml, line 22 (missing) must be a number of at least 0.",
        "w_max_pA = 20.0 | w_max_pA = 5.0 | Table connections.c in net.toml, line 15: Weights of"
            + " connections c (10.0 to 10.0) must lie in [0.0, 5.0] to learn.",
        "tau_y_ms = 125.0 | tau_y_ms = -1 | Setting connections.c.triplet.tau_y_ms in net.toml,"
            + " line 30 (-1) must be a number above 0.",
        "delay_in = \"dendrite\" | delay_in = \"soma\" | Setting connections.c.triplet.delay_in in"
            + " net.toml, line 32 (soma) must be one of axon, dendrite.",
      })
  void whatIsWrongOfTripletsIsSaidWithItsLine(String right, String wrong, String refusal)
      throws IOException {
    assertRefused(TRIPLET, right, wrong, refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from = \"E\" | from = \"D\" | Setting connections.c.dopamine.from in net.toml, line 23 (D)"
            + " must be one of E.",
        "delay_ms = 2.0 | delay_ms = 0.01 | Setting connections.c.dopamine.delay_ms in net.toml,"
            + " line 24 (0.01) must be a number of at least 0.1 ms, a step.",
        "w_min_pA = 1.0 | w_min_pA = 20.0 | Table connections.c.dopamine in net.toml, line 22:"
            + " Greatest weight (20.0) must be above the least (20.0).",
        "w_min_pA = 1.0 | w_min_pA = 11.0 | Table connections.c in net.toml, line 15: Weights of"
            + " connections c (10.0 to 10.0) must lie in [11.0, 20.0] to learn.",
        "tau_n_ms = 200.0 | 'tau_n_ms = 200.0\nb = 1' | Setting (connections.c.dopamine.b) in"
            + " net.toml, line 27 is not known, expected some of",
      })
  void whatIsWrongOfDopamineIsSaidWithItsLine(String right, String wrong, String refusal)
      throws IOException {
    assertRefused(DOPAMINE, right, wrong.replace("\\n", "\n"), refusal);
  }

  @Test
  void connectionsHaveOneKind() throws IOException {
    assertRefused(
        SHORT_TERM + TRIPLET,
        "U = 0.2",
        "U = 0.3",
        "Setting connections.c.short_term in net.toml, line 22 (");
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
