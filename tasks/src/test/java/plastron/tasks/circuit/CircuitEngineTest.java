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
import org.junit.jupiter.params.provider.ValueSource;
import plastron.tasks.cli.BadInputException;

class CircuitEngineTest {

  private static final String TEXT =
      """
      dt_ms = 0.1
      engine = "ENGINE"

      [populations.in]
      model = "spike_generator"
      times_ms = [[1.0, 5.0], [], [2.5]]

      [populations.E]
      model = "iaf_psc_exp"
      size = 4
      C_m_pF = 200.0
      tau_m_ms = 20.0
      t_ref_ms = 2.0
      E_L_mV = -70.0
      V_reset_mV = -70.0
      V_th_mV = -55.0
      tau_syn_ex_ms = 2.0
      tau_syn_in_ms = 5.0

      [connections.c]
      from = "E"
      to = "E"
      pattern = "all_to_all"
      weight_pA = 10.0
      delay_ms = 1.0
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"grid", "events", "precise"})
  void aFileNamesItsEngine(String engine) throws IOException {
    assertThat(read(TEXT.replace("ENGINE", engine)).engine().toString()).isEqualTo(engine);
  }

  @Test
  void stepsAreTakenWhereNothingIsSaid() throws IOException {
    assertThat(read(TEXT.replaceFirst("engine.*", "")).engine()).isEqualTo(CircuitEngine.GRID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"precise", "events"})
  void enginesFromEventToEventRefuseWhatTheyDoNotRun(String engine) throws IOException {
    String text = TEXT.replace("ENGINE", engine);
    String with = " with engine = \"" + engine + "\".";
    assertThat(refusal(text + "[poisson.x]\nto = \"E\"\nrate_Hz = 1.0\nweight_pA = 1.0\n"))
        .isEqualTo("Setting poisson in net.toml, line 26 (a table of 1) must be left out" + with);
    assertThat(refusal(text + "[noise.x]\nto = \"E\"\nstd_pA = 1.0\ndt_ms = 1.0\n"))
        .isEqualTo("Setting noise in net.toml, line 26 (a table of 1) must be left out" + with);
    assertThat(refusal(text + "[connections.c.short_term]\nU = 0.5\n"))
        .isEqualTo(
            "Setting connections.c.short_term in net.toml, line 26 (a table of 1) must be left out"
                + with);
    assertThat(refusal(text.replace("iaf_psc_exp", "iaf_psc_alpha")))
        .isEqualTo(
            "Setting populations.E.model in net.toml, line 9 (iaf_psc_alpha) must be one of"
                + " iaf_psc_exp, spike_generator, poisson"
                + with);
    assertThat(refusal(text.replace("\"all_to_all\"", "{ total = 9999999999999999 }")))
        .startsWith("Connections c in net.toml, line 20 (1.00e+16 synapses): about");
  }

  @Test
  void otherNamesAreRefused() throws IOException {
    assertThat(refusal(TEXT.replace("ENGINE", "exact")))
        .isEqualTo(
            "Setting engine in net.toml, line 2 (exact) must be one of grid, events, precise.");
  }

  @Test
  void spikesInAStepAreRefusedWhereThereAreSteps() throws IOException {
    String two = TEXT.replace("[2.5]", "[2.52, 2.54]");
    assertThat(read(two.replace("ENGINE", "precise")).engine()).isEqualTo(CircuitEngine.PRECISE);
    for (String engine : new String[] {"grid", "events"}) {
      assertThat(refusal(two.replace("ENGINE", engine)))
          .startsWith("Table populations.in in net.toml, line 4: Spikes of neuron 2 round");
    }
  }

  private CircuitFile read(String text) throws IOException {
    return CircuitFile.read(
        Files.writeString(folder.resolve("net.toml"), text), OptionalLong.empty(), 1);
  }

  private String refusal(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("net.toml"), text);
    BadInputException refused =
        catchThrowableOfType(
            BadInputException.class, () -> CircuitFile.read(file, OptionalLong.empty(), 1));
    assertThat(refused).isNotNull();
    return String.valueOf(refused.getMessage()).replace(file.toString(), "net.toml");
  }
}
