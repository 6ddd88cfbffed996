package plastron.loihi.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plastron.core.run.Signal;
import plastron.export.image.BrokenImageException;
import plastron.export.image.HostSignals;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.rule.Variable;

class NeuronProgramTest {

  private static final List<String> LINES =
      List.of(
          "load psi from param_psi",
          "host R from signal 1 unit 2^-14",
          "rate y decay 16384 impulse 8192",
          "filter p decay 16384 gain 20000 shift 11",
          "gather M from W_m population 1 decay 16384 impulse 8192 payload 3 gain 200 shift 5",
          "set q = 16384*2^1*M*y + -20000*2^-2*psi",
          "state theta = 30000*2^0*theta + 16384*2^0*y",
          "write y1 from y gain 254 shift 15",
          "split y2 from q gain 254 shift 15");

  @Test
  void programsReadBackAsWritten() {
    assertThat(NeuronProgram.parse(LINES).print()).isEqualTo(LINES);
  }

  @Test
  void brokenStatementsAreNamed() {
    for (String line :
        List.of(
            "",
            "rate y decay x impulse 3",
            "set q 3",
            "jump",
            "filter p decay 3",
            "host R from signal 0 unit 2")) {
      assertThatThrownBy(() -> NeuronProgram.parse(List.of(line)))
          .isInstanceOf(BrokenImageException.class)
          .hasMessageContaining("(" + line + ")");
    }
  }

  /** 1.25 in units of 2^-14 is 20480; -3 does not fit; a window later there is no value left. */
  @Test
  void theHostWritesRegisters() {
    NeuronProgram program =
        NeuronProgram.parse(
            List.of("host R from signal 1 unit 2^-14", "split y2 from R gain 127 shift 14"));
    NeuronProgramRun state = new NeuronProgramRun(program, 2, name -> new int[0][]);
    HostSignals signals = new HostSignals(List.of("a", "b"));
    signals.give(3, Map.of("b", Signal.perNeuron(new double[] {1.25, -3})));

    state.host(signals, 3);
    state.update();
    assertThat(state.register("R")).containsExactly(20480, -32768);
    assertThat(state.saturations()).isEqualTo(1);
    assertThat(state.written(Variable.Y2)).containsExactly(127, 0);
    assertThat(state.written(Variable.Y3)).containsExactly(0, 127);

    state.host(signals, 4);
    assertThat(state.register("R")).containsExactly(0, 0);
    state.host(signals, 3);
    state.reset();
    assertThat(state.register("R")).containsExactly(0, 0);
  }

  /**
   * By hand: y = 8192 after its spike, sent as 1024 with weight 2 to itself; M = 2048 * 200 / 32 =
   * 12800.
   */
  @Test
  void followsTheDocumentedArithmetic() {
    NeuronProgram program =
        NeuronProgram.parse(
            List.of(
                "rate y decay 16384 impulse 8192",
                "gather M from W_m population 1 decay 16384 impulse 8192 payload 3 gain 200 shift"
                    + " 5",
                "set q = 16384*2^1*M*y",
                "split y2 from q gain 1 shift 4"));
    NeuronProgramRun state =
        new NeuronProgramRun(program, 2, name -> new int[][] {{2, 0}, {-3, 0}});
    SpikeList spike = new SpikeList(2);
    SpikeList[] spikes = {new SpikeList(1), spike};
    spike.add(0);
    state.step(spikes, 1, new int[2]);
    state.send();
    state.update();

    assertThat(state.register("y")).containsExactly(8192, 0);
    assertThat(state.register("M")).containsExactly(12800, 0);
    assertThat(state.register("q")[0]).isEqualTo(2 * ((6400 * 8192 + (1 << 14)) >> 15));
    assertThat(state.written(Variable.Y2)[0]).isEqualTo(127);
    assertThat(state.clippedFactors()).isEqualTo(1);
    assertThat(state.written(Variable.Y3)).containsExactly(0, 0);
  }

  @Test
  void negativeFactorsGoToTheThirdTrace() {
    NeuronProgram program =
        NeuronProgram.parse(
            List.of(
                "rate y decay 0 impulse 16384",
                "set q = -32767*2^0*y",
                "split y2 from q gain 1 shift 8"));
    NeuronProgramRun state = new NeuronProgramRun(program, 1, name -> new int[0][0]);
    SpikeList spike = new SpikeList(1);
    spike.add(0);
    state.step(new SpikeList[] {new SpikeList(1), spike}, 1, new int[1]);
    state.update();

    assertThat(state.written(Variable.Y2)).containsExactly(0);
    assertThat(state.written(Variable.Y3)).containsExactly(64);
  }

  @Test
  void keptStatesChangeTogether() {
    NeuronProgram program =
        NeuronProgram.parse(
            List.of(
                "rate y decay 32767 impulse 16384",
                "state a = 32767*2^0*y",
                "state b = 32767*2^0*a"));
    NeuronProgramRun state = new NeuronProgramRun(program, 1, name -> new int[0][0]);
    SpikeList spike = new SpikeList(1);
    spike.add(0);
    state.step(new SpikeList[] {new SpikeList(1), spike}, 1, new int[1]);
    state.update();
    int first = state.register("a")[0];

    assertThat(first).isPositive();
    assertThat(state.register("b")).containsExactly(0);
    state.update();
    assertThat(state.register("b")[0]).isCloseTo(first, org.assertj.core.data.Offset.offset(1));
  }
}
