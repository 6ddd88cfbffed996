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
import plastron.core.cell.IafExp;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.PoissonDrive;
import plastron.core.network.DelayPlace;
import plastron.core.source.SpikeGenerator;
import plastron.tasks.cli.BadInputException;

class CircuitFileTest {

  private static final String TEXT =
      """
      dt_ms = 0.1
      seed = 5

      [populations.in]
      model = "spike_generator"
      times_ms = [[1.0, 5.0], [], [2.5]]

      [populations.E]
      model = "iaf_psc_exp"
      size = 4
      C_m_pF = 200.0
      tau_m_ms = [10.0, 20.0, 30, 40.0] # one for each
      t_ref_ms = 2.0
      E_L_mV = -70.0
      V_reset_mV = -70.0
      V_th_mV = -55.0
      V_start_mV = { uniform = [-70.0, -60.0] }
      tau_syn_ex_ms = 2.0
      tau_syn_in_ms = { normal = [5.0, 1.0], min = 1.0 }

      [populations.I]
      like = "E"
      size = 2
      tau_m_ms = 10.0

      [connections.drive]
      from = "in"
      to = ["E", "I"]
      pattern = { in_degree = 2 }
      weight_pA = 100.0
      delay_ms = { uniform = [0.5, 1.5] }

      [connections.plastic]
      from = "E"
      to = "E"
      pattern = "all_to_all"
      weight_pA = 10.0
      delay_ms = 1.0

      [connections.plastic.stdp]
      tau_plus_ms = 20.0
      tau_minus_ms = 25.0
      lambda = 0.01
      alpha = 1.1
      mu_plus = 1.0
      mu_minus = 0.5
      w_max_pA = 50.0
      delay_in = "axon"

      [poisson.noise]
      to = "E"
      first_neuron = 1
      last_neuron = 2
      rate_Hz = 1000.0
      weight_pA = -3.0
      stop_ms = 50.0
      """;

  @TempDir private Path folder;

  @Test
  void readsWhatTheFileSays() throws IOException {
    CircuitFile file = read(TEXT);
    assertThat(file.dtMs()).isEqualTo(0.1);
    assertThat(file.seed()).isEqualTo(5);
    Circuit circuit = file.circuit();
    assertThat(circuit.populations().get(0).model()).isInstanceOf(SpikeGenerator.class);
    assertThat(circuit.populations().get(0).size()).isEqualTo(3);
    IafExp e = (IafExp) circuit.populations().get(1).model();
    IafExp i = (IafExp) circuit.populations().get(2).model();
    assertThat(e.membrane().tauMs().toArray(4)).containsExactly(10, 20, 30, 40);
    assertThat(i.membrane().tauMs().toArray(2)).containsExactly(10, 10);
    assertThat(i.membrane().thresholdMv().at(1)).isEqualTo(-55);
    assertThat(e.membrane().startMv().toArray(4)).doesNotHaveDuplicates();
    assertThat(e.membrane().startMv().stream()).allMatch(v -> v >= -70 && v < -60);
    assertThat(e.membrane().currentPa().at(0)).isZero();
    assertThat(circuit.connections().stream().map(Connections::name))
        .containsExactly("drive-in-E", "drive-in-I", "plastic");
    Connections drive = circuit.connections().get(1);
    assertThat(drive.pattern()).isEqualTo(new Pattern.InDegree(2));
    assertThat(drive.delaysMs()).isEqualTo(new Distribution.Uniform(0.5, 1.5));
    assertThat(circuit.connections().get(2).plasticity())
        .contains(new PairStdp(20, 25, 0.01, 1.1, 1, 0.5, 50, DelayPlace.AXON));
    assertThat(circuit.drives()).containsExactly(new PoissonDrive("E", 1, 3, 1000, -3, 0, 50));
  }

  @Test
  void aSeedOfItsOwnDrawsOthers() throws IOException {
    CircuitFile ofFile = read(TEXT);
    CircuitFile other = CircuitFile.read(folder.resolve("net.toml"), OptionalLong.of(6), 1);
    assertThat(other.seed()).isEqualTo(6);
    assertThat(start(other)).isNotEqualTo(start(ofFile));
    assertThat(start(read(TEXT))).isEqualTo(start(ofFile));
  }

  private static double[] start(CircuitFile file) {
    return ((IafExp) file.circuit().populations().get(1).model()).membrane().startMv().toArray(4);
  }

  @Test
  void synapsesMayStandInAList() throws IOException {
    Files.writeString(
        folder.resolve("synapses.csv"),
        "pre,post,weight_pA,delay_ms\n0,1,2.5,1.0\n3, 2, -1e1, 2\n");
    Connections listed =
        read(TEXT.replace("pattern = \"all_to_all\"", "pattern = { list = \"synapses.csv\" }")
                .replaceAll("(?m)^(weight_pA = 10|delay_ms = 1)\\.0$", "")
                .replaceAll("(?s)\\[connections.plastic.stdp].*?\\n\\n", ""))
            .circuit()
            .connections()
            .getLast();
    assertThat(listed.pattern()).isEqualTo(new Pattern.Listed(new int[] {0, 3}, new int[] {1, 2}));
    assertThat(listed.weights()).isEqualTo(new Distribution.Each(2.5, -10));
    assertThat(listed.delaysMs()).isEqualTo(new Distribution.Each(1, 2));
  }

  @Test
  void listsAreRefusedWithTheirLine() throws IOException {
    assertThat(refusalOfList("pre,pots\n0,1\n"))
        .isEqualTo(
            "Column (pots) in line 1 of FILE must be one of pre, post, weight_pA, delay_ms.");
    assertThat(refusalOfList("pre\n0\n"))
        .isEqualTo("Columns (pre) in line 1 of FILE must be pre, post, each once.");
    assertThat(refusalOfList("pre,post\n0,1\n0\n"))
        .isEqualTo("Line 3 of FILE has 1 cells, expected 2, one for each of pre,post.");
    assertThat(refusalOfList("pre,post\n0,1\n\n0,nan\n"))
        .isEqualTo("Column post in line 4 of FILE (nan) must be a finite number.");
    assertThat(refusalOfList("pre,post\n0,4\n"))
        .isEqualTo("Column post in row 1 of FILE (4.0) must be a whole number from 0 to 3.");
    assertThat(refusalOfList("pre,post,weight_pA\n0,1,2\n"))
        .isEqualTo(
            "Setting connections.plastic.weight_pA in net.toml, line 37 (10.0) must be left out,"
                + " since the list has it for every synapse.");
  }

  private String refusalOfList(String list) throws IOException {
    Path file = Files.writeString(folder.resolve("synapses.csv"), list);
    return refusal(TEXT.replace("\"all_to_all\"", "{ list = \"synapses.csv\" }"))
        .replace(file.toAbsolutePath().toString(), "FILE");
  }

  @Test
  void spikesMayStandInAFile() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "time_ms,neuron\n3.0,1\n1.0,0\n2.0,1\n");
    CircuitFile file = read(TEXT.replaceFirst("times_ms = .*", "size = 2\ntimes_ms = \"in.csv\""));
    assertThat(file.circuit().populations().getFirst().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iaf_psc_exp | iaf_psc_expo | Setting populations.E.model in net.toml, line 9"
            + " (iaf_psc_expo) must be one of iaf_psc_delta, iaf_psc_exp, iaf_psc_alpha,"
            + " iaf_cond_exp, aeif_cond_exp, izhikevich, spike_generator, poisson.",
        "from = \"in\" | from = \"inn\" | Setting connections.drive.from in net.toml, line 27 (inn)"
            + " must be one of in, E, I.",
        "like = \"E\" | like = \"F\" | Setting populations.I.like in net.toml, line 22 (F) must be"
            + " one of in, E.",
        "delay_ms = 1.0 | delay_ms = 0.05 | Setting connections.plastic.delay_ms in net.toml, line"
            + " 38 (0.05) must be a number of at least 0.1 ms, a step, { uniform = [low, high] } or"
            + " { normal = [mean, deviation], min = low, max = high }.",
        "rate_Hz = 1000.0 | rate_Hz = nan | Setting poisson.noise.rate_Hz in net.toml, line 54"
            + " (NaN) must be a number from 0 to 5000000.0, 500 a step.",
        "size = 4 | size = 4.5 | Setting populations.E.size in net.toml, line 10 (4.5) must be a"
            + " whole number from 1 to 1000000000.",
        "weight_pA = -3.0 | weight_mV = -3.0 | Setting poisson.noise.weight_mV in net.toml, line 55"
            + " (-3.0) must be in pA, as E (iaf_psc_exp) receives them.",
        "rate_Hz = 1000.0 | rate_hz = 1 | Setting poisson.noise.rate_Hz in net.toml, line 50"
            + " (missing) must be a number from 0 to 5000000.0, 500 a step.",
        "stop_ms = 50.0 | stpo_ms = 50.0 | Setting (poisson.noise.stpo_ms) in net.toml, line 56 is"
            + " not known, expected some of to, weight_mV, weight_nS, rate_Hz, weight_pA, start_ms,"
            + " stop_ms, first_neuron, last_neuron.",
        "[poisson.noise] | [poison.noise] | Setting (poison) in net.toml, line 50 is not known,"
            + " expected some of dt_ms, seed, engine, populations, poisson, current, noise,"
            + " connections.",
        "to = [\"E\", \"I\"] | to = \"in\" | Setting connections.drive.to in net.toml, line 28 (in)"
            + " must be populations that receive something, which in (spike_generator) does not.",
        "[2.5] | [2.52, 2.54] | Table populations.in in net.toml, line 4: Spikes of neuron 2 round"
            + " to step 25 of 0.1 ms, expected one spike a step from step 1 on.",
        "\"all_to_all\" | { total = 9999999999999999 } | Connections plastic in net.toml, line 33"
            + " (1.00e+16 synapses): about",
        "delay_ms = 1.0 | delay_ms = 1e9 | Table connections.plastic in net.toml, line 33:"
            + " Connections plastic have a delay of 1.0E9 ms, 10000000000 steps, expected at most"
            + " 8388608 for the 4 neurons of a block.",
        "seed = 5 | seed = | Circuit (net.toml) is not TOML: line 2, ",
      })
  void whatIsWrongIsSaidWithItsLine(String right, String wrong, String refusal) throws IOException {
    assertThat(TEXT).contains(right);
    assertThat(refusal(TEXT.replace(right, wrong))).startsWith(refusal);
  }

  @Test
  void theExampleOfTheDocumentIsOne() throws IOException {
    String document = Files.readString(Path.of("../docs/simulation.md"));
    String example = document.split("```toml\n", -1)[1].split("```", -1)[0];
    assertThat(read(example).circuit().populations()).hasSize(2);
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
