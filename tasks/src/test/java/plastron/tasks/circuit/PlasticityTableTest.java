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
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
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

  @TempDir private Path folder;

  @Test
  void readsWhatTheFileSays() throws IOException {
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
        "U = 0.2 | 'U = 0.2, V = 1' | Circuit (net.toml) is not TOML: line 23,",
        "[connections.c.short_term] | '[connections.c.stdp]\n[connections.c.short_term]' | Setting"
            + " connections.c.short_term in net.toml, line 23 (",
      })
  void whatIsWrongOfShortTermIsSaidWithItsLine(String right, String wrong, String refusal)
      throws IOException {
    assertRefused(SHORT_TERM, right, wrong, refusal);
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
