package plastron.core.simulate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.event.EventSimulation;
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
