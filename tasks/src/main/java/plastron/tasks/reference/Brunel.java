package plastron.tasks.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafDelta;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.PoissonDrive;
import plastron.core.network.DelayPlace;
import plastron.core.network.Values;

/**
 * The random balanced network of Brunel (2000) as NEST's examples have it, with in-degrees of a
 * tenth of each population, and the same with excitatory synapses that learn.
 */
final class Brunel {

  private static final double EXCITATORY_MV = 0.1;
  private static final double INHIBITORY_MV = -0.5;
  private static final double DELAY_MS = 1.5;
  private static final double DRIVE_HZ = 20_000;
  private static final PairStdp STDP = new PairStdp(20, 20, 0.01, 2.02, 1, 1, 0.3, DelayPlace.AXON);

  private Brunel() {}

  /**
   * @param inhibitory neurons; four times as many are excitatory
   * @param timedMs of which the time is measured
   */
  static BenchmarkNetwork network(String name, int inhibitory, boolean learns, double timedMs) {
    return new BenchmarkNetwork(name, seed -> circuit(inhibitory, learns), 100, 1100, timedMs);
  }

  private static Circuit circuit(int inhibitory, boolean learns) {
    IafDelta model =
        new IafDelta(
            new CellMembrane(
                Values.of(1),
                Values.of(20),
                Values.of(2),
                Values.of(0),
                Values.of(0),
                Values.of(20),
                Values.of(0),
                Values.of(0)));
    CircuitPopulation e = new CircuitPopulation("E", 4 * inhibitory, model);
    CircuitPopulation i = new CircuitPopulation("I", inhibitory, model);
    List<Connections> connections = new ArrayList<>();
    for (CircuitPopulation post : List.of(e, i)) {
      Optional<Plasticity> plasticity =
          learns && post.equals(e) ? Optional.of(STDP) : Optional.empty();
      connections.add(connections(e, post, EXCITATORY_MV, plasticity));
      connections.add(connections(i, post, INHIBITORY_MV, Optional.empty()));
    }
    return new Circuit(
        List.of(e, i),
        connections,
        List.of(
            PoissonDrive.of(e, DRIVE_HZ, EXCITATORY_MV),
            PoissonDrive.of(i, DRIVE_HZ, EXCITATORY_MV)));
  }

  private static Connections connections(
      CircuitPopulation pre,
      CircuitPopulation post,
      double weight,
      Optional<Plasticity> plasticity) {
    return new Connections(
        pre.name() + " to " + post.name(),
        pre.name(),
        post.name(),
        new Pattern.InDegree(pre.size() / 10),
        Distribution.of(weight),
        Distribution.of(DELAY_MS),
        plasticity);
  }
}
