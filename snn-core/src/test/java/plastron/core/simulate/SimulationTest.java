package plastron.core.simulate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.event.EventSimulation;
import plastron.core.source.SpikeGenerator;

class SimulationTest {

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
    assertThatThrownBy(() -> new EventSimulation(null, 0.1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Circuit of a simulation (null) must be given.");
  }

  @Test
  void refusesAStepThatIsNotAboveZero() {
    for (double dtMs : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Simulation(CIRCUIT, dtMs, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Step in ms (%s) must be a finite number above 0.", dtMs);
      assertThatThrownBy(() -> new EventSimulation(CIRCUIT, dtMs, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Step in ms (%s) must be a finite number above 0.", dtMs);
    }
  }

  @Test
  void refusesToRunWithoutThreads() {
    assertThatThrownBy(() -> new Simulation(CIRCUIT, 0.1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Number of threads (0) must be at least 1.");
  }

  @Test
  void refusesStepsThatCannotBeCounted() {
    Simulation simulation = new Simulation(CIRCUIT, 0.1, 1, 1);
    simulation.run(10);
    for (long steps : new long[] {-1, Integer.MAX_VALUE - 9L, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> simulation.run(steps))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Number of steps (%d) must be from 0 to 2147483637, after 10.", steps);
    }
  }

  @Test
  void refusesATimeThatIsNoNumber() {
    EventSimulation simulation = new EventSimulation(CIRCUIT, 0.1, 1);
    simulation.run(5);
    for (double toMs : new double[] {4, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> simulation.run(toMs))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("End of the run (%s ms) must be a finite time from 5.0 ms on.", toMs);
    }
  }
}
