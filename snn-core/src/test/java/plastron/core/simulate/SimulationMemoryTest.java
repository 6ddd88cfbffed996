package plastron.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafDelta;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.circuit.TripletStdp;
import plastron.core.network.DelayPlace;
import plastron.core.network.Values;

class SimulationMemoryTest {

  private static final int NEURONS = 3000;
  private static final Plasticity TRIPLETS =
      new TripletStdp(1, 1, 1, 1, 17, 34, 101, 125, 3, DelayPlace.AXON);
  private static final Plasticity DOPAMINE =
      new DopamineStdp("N", 1, 1000, 200, 0, 1, 1, 20, 20, 0, 3, DelayPlace.AXON);

  @Test
  void coversWhatSynapsesTakeAndNotMuchMore() {
    Distribution one = Distribution.of(1);
    Distribution varied = new Distribution.Uniform(0.5, 2);
    Optional<Plasticity> stdp =
        Optional.of(new PairStdp(20, 20, 0.01, 1, 1, 1, 3, DelayPlace.DENDRITE));
    for (double p : new double[] {0.01, 0.2}) {
      assertCovered(circuit(p, one, one, Optional.empty()));
      assertCovered(circuit(p, varied, one, Optional.empty()));
      assertCovered(circuit(p, varied, varied, Optional.empty()));
      assertCovered(circuit(p, one, varied, stdp));
      assertCovered(circuit(p, one, varied, Optional.of(TRIPLETS)));
      assertCovered(circuit(p, one, varied, Optional.of(DOPAMINE)));
      assertCovered(circuit(p, one, one, Optional.of(new ShortTerm(0.5, 100, 50))));
      assertCovered(circuit(p, varied, varied, Optional.of(new ShortTerm(0.5, 100, 50))));
    }
  }

  private static void assertCovered(Circuit circuit) {
    Simulation simulation = new Simulation(circuit, 0.1, 1, 2);
    double predicted = SimulationMemory.bytes(circuit, 0.1, 2);
    assertThat(predicted).isGreaterThan((double) simulation.synapseBytes());
    assertThat(predicted).isLessThan(4. * simulation.synapseBytes() + 1000. * NEURONS);
    assertThat(SimulationMemory.synapses(circuit) / simulation.synapses()).isBetween(0.95, 1.05);
  }

  @Test
  void isToldOfMoreThanAnyMachineHas() {
    Circuit circuit =
        new Circuit(
            List.of(new CircuitPopulation("N", 1_000_000, model())),
            List.of(
                new Connections(
                    "c",
                    "N",
                    "N",
                    new Pattern.Total(1L << 50),
                    new Distribution.Uniform(0, 1),
                    Distribution.of(1))),
            List.of());
    assertThat(SimulationMemory.bytes(circuit, 0.1, 1)).isGreaterThan(0x1p50);
  }

  @Test
  void longDelaysTakeMemoryInSmallNetworksToo() {
    Circuit circuit =
        new Circuit(
            List.of(new CircuitPopulation("N", 3, model())),
            List.of(
                new Connections(
                    "c",
                    "N",
                    "N",
                    new Pattern.AllToAll(),
                    Distribution.of(1),
                    new Distribution.Uniform(1, 1e9))),
            List.of());
    assertThat(SimulationMemory.bytes(circuit, 0.1, 1)).isGreaterThan(64 * 8e10);
  }

  @Test
  void longDelaysOfDopamineTakeMemory() {
    Plasticity late = new DopamineStdp("N", 1e9, 1000, 200, 0, 1, 1, 20, 20, 0, 3, DelayPlace.AXON);
    Distribution one = Distribution.of(1);
    assertThat(SimulationMemory.bytes(circuit(0.01, one, one, Optional.of(late)), 0.1, 1))
        .isGreaterThan(16 * 2e10);
  }

  private static Circuit circuit(
      double p, Distribution weights, Distribution delays, Optional<Plasticity> plasticity) {
    return new Circuit(
        List.of(new CircuitPopulation("N", NEURONS, model())),
        List.of(
            new Connections(
                "c", "N", "N", new Pattern.Probability(p), weights, delays, plasticity)),
        List.of());
  }

  private static IafDelta model() {
    Values zero = Values.of(0);
    Values ten = Values.of(10);
    return new IafDelta(new CellMembrane(ten, ten, zero, zero, zero, ten, zero, zero));
  }
}
