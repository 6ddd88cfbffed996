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
import plastron.core.cell.AeifCondExp;
import plastron.core.cell.Izhikevich;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CurrentDrive;
import plastron.core.network.Values;
import plastron.core.source.PoissonSource;
import plastron.tasks.cli.BadInputException;

class ModelNumbersTest {

  private static final String TEXT =
      """
      dt_ms = 0.1

      [populations.in]
      model = "poisson"
      size = 3
      rate_Hz = 20.0

      [populations.A]
      model = "aeif_cond_exp"
      size = 2
      C_m_pF = 280.0
      g_L_nS = [28.0, 14.0]
      E_L_mV = -70.0
      Delta_T_mV = 2.0
      V_th_mV = -50.0
      V_peak_mV = 0.0
      V_reset_mV = -60.0
      a_nS = 4.0
      b_pA = 80.5
      tau_w_ms = 144.0
      t_ref_ms = 1.0
      tau_syn_ex_ms = 0.2
      tau_syn_in_ms = 2.0
      E_ex_mV = 0.0
      E_in_mV = -85.0

      [populations.Z]
      model = "izhikevich"
      size = 4
      a = 0.02
      b = [0.2, 0.2, 0.25, 0.25]
      c_mV = -65.0
      d = 8.0

      [populations.W]
      like = "Z"
      V_min_mV = -90.0
      V_th_mV = 25.0
      V_start_mV = -70.0
      U_start = 0.0
      I_e_pA = 3.0

      [connections.c]
      from = "in"
      to = ["Z", "W"]
      pattern = "all_to_all"
      weight_mV = 1.0
      delay_ms = 1.0

      [current.pulse]
      to = ["A", "Z"]
      amplitude_pA = 200.0
      start_ms = 10.0
      stop_ms = 20.0
      first_neuron = 1

      [noise.background]
      to = "Z"
      std_pA = 5.0
      dt_ms = 1.0
      """;

  @TempDir private Path folder;

  @Test
  void readsWhatTheFileSays() throws IOException {
    Circuit circuit = read(TEXT).circuit();
    assertThat(circuit.populations().get(0).model())
        .isInstanceOfSatisfying(
            PoissonSource.class, poisson -> assertThat(poisson.rateHz()).isEqualTo(20));
    AeifCondExp a = (AeifCondExp) circuit.populations().get(1).model();
    assertThat(a.membrane().tauMs()).isEqualTo(Values.perNeuron(10, 20));
    assertThat(a.membrane().thresholdMv().at(0)).isZero();
    assertThat(a.onsetMv().at(0)).isEqualTo(-50);
    Izhikevich z = (Izhikevich) circuit.populations().get(2).model();
    assertThat(z.thresholdMv().at(0)).isEqualTo(30);
    assertThat(z.leastMv().at(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(z.startMv().at(0)).isEqualTo(-65);
    assertThat(z.start().toArray(4)).containsExactly(-13, -13, -16.25, -16.25);
    Izhikevich w = (Izhikevich) circuit.populations().get(3).model();
    assertThat(w.thresholdMv().at(0)).isEqualTo(25);
    assertThat(w.leastMv().at(0)).isEqualTo(-90);
    assertThat(w.startMv().at(0)).isEqualTo(-70);
    assertThat(w.start().at(0)).isZero();
    assertThat(w.currentPa().at(0)).isEqualTo(3);
    assertThat(circuit.drives())
        .containsExactly(
            CurrentDrive.constant("A", 1, 2, 200, 10, 20),
            CurrentDrive.constant("Z", 1, 4, 200, 10, 20),
            new CurrentDrive("Z", 0, 4, 0, 5, 1, 0, Double.POSITIVE_INFINITY));
  }

  @Test
  void sourcesSpikeBySeedAndPopulation() throws IOException {
    PoissonSource one = (PoissonSource) read(TEXT).circuit().populations().getFirst().model();
    PoissonSource other =
        (PoissonSource)
            CircuitFile.read(folder.resolve("net.toml"), OptionalLong.of(6), 1)
                .circuit()
                .populations()
                .getFirst()
                .model();
    assertThat(other.seed()).isNotEqualTo(one.seed());
    assertThat(read(TEXT).circuit().populations().getFirst().model()).isEqualTo(one);
  }

  @Test
  void sourcesSpikeFromStartToStop() throws IOException {
    String text = TEXT.replace("rate_Hz = 20.0", "rate_Hz = 20.0\nstart_ms = 5.0\nstop_ms = 6.5");
    assertThat(read(text).circuit().populations().getFirst().model())
        .isInstanceOfSatisfying(
            PoissonSource.class,
            poisson -> {
              assertThat(poisson.startMs()).isEqualTo(5);
              assertThat(poisson.stopMs()).isEqualTo(6.5);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate_Hz = 20.0 | rate_Hz = 10000.0 | Setting populations.in.rate_Hz in net.toml, line 6"
            + " (10000.0) must be a number from 0 to below 10000.0, one a step.",
        "rate_Hz = 20.0 | stop_ms = -1.0 | Setting populations.in.stop_ms in net.toml, line 6"
            + " (-1.0) must be a number of at least 0.0 ms, its start.",
        "V_peak_mV = 0.0 | V_peak_mV = -55.0 | Setting populations.A.V_th_mV in net.toml, line 15"
            + " (-50.0) must be at most V_peak_mV (-55.0).",
        "V_reset_mV = -60.0 | V_reset_mV = 0.0 | Setting populations.A.V_reset_mV in net.toml, line"
            + " 17 (0.0) must be below V_peak_mV (0.0).",
        "c_mV = -65.0 | c_mV = 35.0 | Setting populations.Z.c_mV in net.toml, line 32 (35.0) must"
            + " be below V_th_mV (30.0).",
        "Delta_T_mV = 2.0 | Delta_T_mV = 0.0 | Setting populations.A.Delta_T_mV in net.toml, line"
            + " 14 (0.0) must be a number above 0",
        "weight_mV = 1.0 | weight_pA = 1.0 | Setting connections.c.weight_pA in net.toml, line 47"
            + " (1.0) must be in mV, as Z (izhikevich) receives them.",
        "to = [\"A\", \"Z\"] | to = \"in\" | Setting current.pulse.to in net.toml, line 51 (in)"
            + " must be populations that receive something, which in (poisson) does not.",
        "amplitude_pA = 200.0 | amplitude_nA = 0.2 | Setting current.pulse.amplitude_pA in"
            + " net.toml, line 50 (missing) must be a finite number.",
        "std_pA = 5.0 | std_pA = -5.0 | Setting noise.background.std_pA in net.toml, line 59 (-5.0)"
            + " must be a number of at least 0.",
        "dt_ms = 1.0 | dt_ms = 0.25 | Setting noise.background.dt_ms in net.toml, line 60 (0.25)"
            + " must be a multiple of the step, 0.1 ms.",
        "[noise.background] | [noises.background] | Setting (noises) in net.toml, line 57 is not"
            + " known",
      })
  void whatIsWrongIsSaidWithItsLine(String right, String wrong, String refusal) throws IOException {
    assertThat(TEXT).contains(right);
    Path file = Files.writeString(folder.resolve("net.toml"), TEXT.replace(right, wrong));
    BadInputException refused =
        catchThrowableOfType(
            BadInputException.class, () -> CircuitFile.read(file, OptionalLong.empty(), 1));
    assertThat(refused).isNotNull();
    assertThat(String.valueOf(refused.getMessage()).replace(file.toString(), "net.toml"))
        .startsWith(refusal);
  }

  private CircuitFile read(String text) throws IOException {
    return CircuitFile.read(
        Files.writeString(folder.resolve("net.toml"), text), OptionalLong.empty(), 1);
  }
}
