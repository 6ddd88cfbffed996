package plastron.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafExp;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.event.EventSimulation;
import plastron.core.network.Values;
import plastron.core.source.SpikeGenerator;
import plastron.core.spikes.SpikeClock;

class SimulationTest {

  private static final SpikeClock EXACT = new SpikeClock.Exact();

  private static final Circuit CIRCUIT =
      new Circuit(
          List.of(new CircuitPopulation("in", 1, new SpikeGenerator(new double[][] {{1}}))),
          List.of(),
          List.of());

  @Test
  @SuppressWarnings("NullAway") // what is tested
  void refusesACircuitThatIsNotThere() {
    assertThatThrownBy(() -> new Simulation(null, 0.1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Circuit of a simulation (null) must be given.");
    assertThatThrownBy(() -> new EventSimulation(null, 0.1, 1, EXACT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Circuit of a simulation (null) must be given.");
  }

  @Test
  void refusesAStepThatIsNotAboveZero() {
    for (double dtMs : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Simulation(CIRCUIT, dtMs, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Step in ms (%s) must be a finite number above 0.", dtMs);
      assertThatThrownBy(() -> new EventSimulation(CIRCUIT, dtMs, 1, EXACT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Step in ms (%s) must be a finite number above 0.", dtMs);
    }
  }

  @Test
  void refusesDelaysThatAreTooLongForAnArray() {
    for (double[] tooLong : new double[][] {{5000, 50_000, 32_768}, {1e12, 2, 1 << 24}}) {
      Circuit circuit = circuit((int) tooLong[1], Distribution.of(tooLong[0]));
      assertThatThrownBy(() -> new Simulation(circuit, 0.1, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Connections c have a delay of %s ms, %.0f steps, expected at most %.0f for the %.0f"
                  + " neurons of a block.",
              tooLong[0], tooLong[0] / 0.1, tooLong[2], tooLong[1]);
    }
  }

  @Test
  void aLongDelayIsKept() {
    Simulation simulation = new Simulation(circuit(2, Distribution.of(1000)), 0.1, 1, 2);
    simulation.run(10_010);
    assertThat(simulation.spikes("N").size()).isZero();
    simulation.run(1);
    assertThat(simulation.spikes("N").size()).isEqualTo(2);
  }

  /** Neurons that spike in the step after their input arrives, which is sent after 1 ms. */
  private static Circuit circuit(int neurons, Distribution delays) {
    Values one = Values.of(1);
    Values zero = Values.of(0);
    CellMembrane membrane =
        new CellMembrane(one, one, zero, zero, zero, Values.of(0.5), zero, zero);
    return new Circuit(
        List.of(
            CIRCUIT.populations().getFirst(),
            new CircuitPopulation("N", neurons, new IafExp(membrane, one, one))),
        List.of(
            new Connections("c", "in", "N", new Pattern.AllToAll(), Distribution.of(100), delays)),
        List.of());
  }

  @Test
  void refusesToRunWithoutThreads() {
    assertThatThrownBy(() -> new Simulation(CIRCUIT, 0.1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Number of threads (0) must be at least 1.");
  }

  @Test
  void refusesStepsThatCannotBeCounted() {
    for (Engine engine :
        List.of(new Simulation(CIRCUIT, 0.1, 1, 1), new EventSimulation(CIRCUIT, 0.1, 1, EXACT))) {
      engine.run(10);
      for (long steps : new long[] {-1, Integer.MAX_VALUE - 9L, Long.MAX_VALUE}) {
        assertThatThrownBy(() -> engine.run(steps))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Number of steps (%d) must be from 0 to 2147483637, after 10.", steps);
      }
    }
  }
}
