package plastron.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafDelta;
import plastron.core.cell.IafExp;
import plastron.core.cell.NeuronModel;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.network.Values;

/**
 * Delivering what was sent, when it was sent, is the same as looking at all synapses in every step,
 * which is done here in as few words as possible.
 */
class ClockDrivenProperties {

  private static final double DT_MS = 0.1;
  private static final int STEPS = 800;
  private static final double C_PF = 200;
  private static final double TAU_MS = 20;
  private static final double SYNAPTIC_MS = 2;
  private static final double THRESHOLD_MV = 10;
  private static final int REFRACTORY_STEPS = 15;

  @Property(tries = 30)
  void jumpsOfThePotential(@ForAll long seed) {
    Drawn drawn = new Drawn(new SplittableRandom(seed), 2);
    assertThat(simulated(drawn, new IafDelta(drawn.membrane()))).isEqualTo(drawn.clocked(false));
  }

  @Property(tries = 30)
  void currents(@ForAll long seed) {
    Drawn drawn = new Drawn(new SplittableRandom(seed), 200);
    IafExp model = new IafExp(drawn.membrane(), Values.of(SYNAPTIC_MS), Values.of(2 * SYNAPTIC_MS));
    assertThat(simulated(drawn, model)).isEqualTo(drawn.clocked(true));
  }

  private static List<String> simulated(Drawn drawn, NeuronModel model) {
    Connections synapses =
        new Connections(
            "c",
            "N",
            "N",
            new Pattern.Listed(drawn.pre, drawn.post),
            new Distribution.Each(drawn.weights),
            new Distribution.Each(drawn.delaysMs()));
    Circuit circuit =
        new Circuit(
            List.of(new CircuitPopulation("N", drawn.neurons, model)),
            List.of(synapses),
            List.of());
    Simulation simulation = new Simulation(circuit, DT_MS, 1, 2);
    simulation.run(STEPS);
    SpikeTrains spikes = simulation.spikes("N");
    List<String> all = new ArrayList<>();
    for (int k = 0; k < spikes.size(); k++) {
      all.add(spikes.step(k) + " " + spikes.neuron(k));
    }
    assertThat(all).isNotEmpty();
    return all.stream().sorted().toList();
  }

  /** A network, autapses and multapses among its synapses. */
  private static final class Drawn {
    private final int neurons;
    private final int[] pre;
    private final int[] post;
    private final int[] delay;
    private final double[] weights;
    private final double[] currentPa;

    /**
     * @param strength weights are eighths of it, so that they add up to the same in any order
     */
    Drawn(SplittableRandom random, double strength) {
      neurons = random.nextInt(1, 40);
      int synapses = random.nextInt(1, 400);
      pre = random.ints(synapses, 0, neurons).toArray();
      post = random.ints(synapses, 0, neurons).toArray();
      delay = random.ints(synapses, 1, 30).toArray();
      weights = random.ints(synapses, -4, 9).mapToDouble(w -> w * strength / 8).toArray();
      currentPa = random.doubles(neurons, 0, 200).toArray();
      currentPa[0] = 200;
    }

    CellMembrane membrane() {
      return new CellMembrane(
          Values.of(C_PF),
          Values.of(TAU_MS),
          Values.of(REFRACTORY_STEPS * DT_MS),
          Values.of(0),
          Values.of(0),
          Values.of(THRESHOLD_MV),
          Values.perNeuron(currentPa),
          Values.of(0));
    }

    double[] delaysMs() {
      double[] delays = new double[delay.length];
      for (int k = 0; k < delays.length; k++) {
        delays[k] = delay[k] * DT_MS;
      }
      return delays;
    }

    /** Step and neuron of every spike, as strings in their order. */
    List<String> clocked(boolean isCurrent) {
      boolean[][] spiked = new boolean[STEPS + 1][neurons];
      double[] v = new double[neurons];
      double[] excitatory = new double[neurons];
      double[] inhibitory = new double[neurons];
      int[] waits = new int[neurons];
      List<String> all = new ArrayList<>();
      for (int t = 1; t <= STEPS; t++) {
        double[] above = new double[neurons];
        double[] below = new double[neurons];
        for (int k = 0; k < pre.length; k++) {
          if (t > delay[k] && spiked[t - delay[k]][pre[k]]) {
            (weights[k] >= 0 ? above : below)[post[k]] += weights[k];
          }
        }
        for (int i = 0; i < neurons; i++) {
          double moved =
              Math.exp(-DT_MS / TAU_MS) * v[i]
                  + TAU_MS / C_PF * (1 - Math.exp(-DT_MS / TAU_MS)) * currentPa[i];
          moved +=
              isCurrent
                  ? perPa(SYNAPTIC_MS) * excitatory[i] + perPa(2 * SYNAPTIC_MS) * inhibitory[i]
                  : above[i] + below[i];
          v[i] = waits[i] == 0 ? moved : v[i];
          waits[i] = Math.max(0, waits[i] - 1);
          excitatory[i] = Math.exp(-DT_MS / SYNAPTIC_MS) * excitatory[i] + above[i];
          inhibitory[i] = Math.exp(-DT_MS / (2 * SYNAPTIC_MS)) * inhibitory[i] + below[i];
          if (v[i] >= THRESHOLD_MV) {
            spiked[t][i] = true;
            v[i] = 0;
            waits[i] = REFRACTORY_STEPS;
            all.add(t + " " + i);
          }
        }
      }
      return all.stream().sorted().toList();
    }

    private static double perPa(double synapticMs) {
      double b = synapticMs * TAU_MS / (TAU_MS - synapticMs);
      return b / C_PF * (Math.exp(-DT_MS / TAU_MS) - Math.exp(-DT_MS / synapticMs));
    }
  }
}
