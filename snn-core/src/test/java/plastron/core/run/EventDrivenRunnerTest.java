package plastron.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Latency;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.spikes.SpikeRaster;

/**
 * Small networks with spikes reckoned by hand. Long, because every kind of neuron and delay has
 * one.
 */
class EventDrivenRunnerTest {

  private static final Neuron RELAY = new Neuron.Lif(1, 0, 0, Neuron.Reset.HARD, 0);
  private static final Population INPUT = new Population("in", 1, new Neuron.SpikeSource());

  private static final NeuronDynamics DRIVE =
      new NeuronDynamics() {
        private int step;

        @Override
        public void reset(float[] bias, float[] lowered) {
          step = 0;
        }

        @Override
        public void endStep(float[] bias, float[] lowered) {
          step++;
          bias[0] = step < 3 ? 0.5f : 0;
          lowered[0] = step == 3 ? 1 : 0;
        }
      };

  @Test
  void drivesActFromTheNextStepOn() {
    Neuron neuron = new Neuron.Lif(1, 1, 0, Neuron.Reset.SUBTRACT_THRESHOLD, 0);
    Network network = new Network(List.of(INPUT, new Population("a", 1, neuron)), List.of());
    EventDrivenRunner runner = new EventDrivenRunner(network);
    runner.drive("a", DRIVE);
    PotentialRecorder potentials = new PotentialRecorder();
    runner.listen("a", potentials);
    for (int episode = 0; episode < 2; episode++) {
      // In step 3 the threshold is 0, but a spike subtracts 1 all the same.
      assertThat(stepsOf(runner.run(new SpikeRaster(5, 1)).output())).containsExactly(2, 3);
      assertThat(potentials.potentials())
          .isDeepEqualTo(new float[][] {{0}, {0.5f}, {1}, {0}, {-1}});
      runner.reset();
    }
  }

  @Test
  void aSpikeCrossesLayersWithoutLatencyInOneStep() {
    Network network =
        new Network(
            List.of(new Population("b", 1, RELAY), new Population("a", 1, RELAY), INPUT),
            List.of(relay("a", "b", 0), relay("in", "a", 0)));
    Recording recording = new EventDrivenRunner(network).run(spikesAt(5, 2));
    assertThat(stepsOf(recording.spikes().get(0))).containsExactly(2);
    assertThat(stepsOf(recording.spikes().get(1))).containsExactly(2);
  }

  @Test
  void aLoopWithLatencyGoesRound() {
    Network network =
        new Network(
            List.of(INPUT, new Population("a", 1, RELAY)),
            List.of(relay("in", "a", 0), relay("a", "a", 3)));
    assertThat(stepsOf(new EventDrivenRunner(network).run(spikesAt(10, 1)).output()))
        .containsExactly(1, 4, 7);
  }

  @Test
  void refractorySubtractingNeuronLosesItsRest() {
    Neuron neuron = new Neuron.Lif(1, 1, 0.75, Neuron.Reset.SUBTRACT_THRESHOLD, 2);
    Network network = new Network(List.of(INPUT, new Population("a", 1, neuron)), List.of());
    EventDrivenRunner runner = new EventDrivenRunner(network);
    PotentialRecorder potentials = new PotentialRecorder();
    runner.listen("a", potentials);
    runner.run(new SpikeRaster(6, 1));
    assertThat(potentials.potentials())
        .isDeepEqualTo(new float[][] {{0.75f}, {1.5f}, {0}, {0}, {0.75f}, {1.5f}});
  }

  @Test
  void everySpikeOfAnAdaptiveNeuronRaisesItsThreshold() {
    Neuron.Lif lif = new Neuron.Lif(1, 0, 1.25, Neuron.Reset.HARD, 1);
    Population population =
        new Population("a", 2, new Neuron.AdaptiveLif(lif, Values.perNeuron(1, 0), Values.of(0.5)));
    EventDrivenRunner runner =
        new EventDrivenRunner(new Network(List.of(INPUT, population), List.of()));
    for (int episode = 0; episode < 2; episode++) {
      SpikeRaster spikes = runner.run(new SpikeRaster(10, 1)).output();
      // Thresholds of the first: 1, held, 1.5, 1.25, held; then 1.56, 1.28, 1.14.
      assertThat(stepsOf(spikes, 0)).containsExactly(0, 3, 7);
      assertThat(stepsOf(spikes, 1)).containsExactly(0, 2, 4, 6, 8);
      runner.reset();
    }
  }

  @Test
  void dynamicsSeeTheSpikesOfBothSides() {
    List<String> seen = new ArrayList<>();
    SynapseDynamics dynamics =
        new SynapseDynamics() {
          @Override
          public void reset(float[][] weights) {
            weights[0][0] = 0;
          }

          @Override
          public boolean endStep(
              int[] pre, int preCount, int[] post, int postCount, float[][] weights) {
            seen.add(preCount + "-" + postCount);
            weights[0][0] = 1;
            return true;
          }
        };
    Network network =
        new Network(List.of(INPUT, new Population("a", 1, RELAY)), List.of(relay("in", "a", 0)));
    EventDrivenRunner runner = new EventDrivenRunner(network, Map.of("in>a", dynamics));
    runner.run(spikesAt(3, 0, 2));
    assertThat(seen).containsExactly("1-0", "0-0", "1-1");
  }

  @Test
  void refusesCyclesWithoutLatency() {
    List<Population> populations =
        List.of(INPUT, new Population("a", 1, RELAY), new Population("b", 1, RELAY));
    Network network =
        new Network(
            populations, List.of(relay("in", "a", 0), relay("a", "b", 0), relay("b", "a", 0)));
    assertThatThrownBy(() -> new EventDrivenRunner(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cycle (a -> b -> a)")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(
            () -> new EventDrivenRunner(new Network(populations, List.of(relay("a", "a", 0)))))
        .hasMessageContaining("cycle (a -> a)");
  }

  @Test
  void refusesWhatCannotRun() {
    Network backwards =
        new Network(List.of(INPUT, new Population("a", 1, RELAY)), List.of(relay("a", "in", 1)));
    assertThatThrownBy(() -> new EventDrivenRunner(backwards))
        .hasMessageContaining("(in), a spike source");
    Network network = new Network(List.of(INPUT, new Population("a", 1, RELAY)), List.of());
    assertThatThrownBy(() -> new EventDrivenRunner(network).run(new SpikeRaster(3, 2)))
        .hasMessageContaining("1 neurons");
    SpikeRaster[] two = {new SpikeRaster(3, 1), new SpikeRaster(3, 1)};
    assertThatThrownBy(() -> new EventDrivenRunner(network).run(Input.of(two)))
        .hasMessageContaining("(2)");
    Input rewarded = new Input(List.of(two[0]), Map.of("reward", Signal.of(1)));
    assertThatThrownBy(() -> new EventDrivenRunner(network).run(rewarded))
        .hasMessageContaining("[reward]");
    assertThatThrownBy(() -> new EventDrivenRunner(network).drive("in", DRIVE))
        .hasMessageContaining("(in)");
    assertThatThrownBy(() -> new EventDrivenRunner(network).listen("z", new PotentialRecorder()))
        .hasMessageContaining("(z)");
  }

  @Test
  void refusesLatenciesOfAnotherShape() {
    Projection projection =
        new Projection(
            "p",
            "in",
            "a",
            new Kernel.Delta(),
            Delivery.ARRIVAL,
            new Latency.PerAxon(1, 2),
            DelayPlace.DENDRITE,
            new float[][] {{1}});
    assertThatThrownBy(
            () -> new Network(List.of(INPUT, new Population("a", 1, RELAY)), List.of(projection)))
        .hasMessageContaining("1 pre");
  }

  @Test
  void refusesSparseSynapsesOfAnotherShapeAndWithLatenciesOfTheirOwn() {
    Population a = new Population("a", 1, RELAY);
    SynapseRows none = SynapseRows.of(new int[][] {{}}, 1);
    assertThatThrownBy(
            () -> new Network(List.of(INPUT, a), List.of(sparse(0, none, new float[][] {{1}}))))
        .hasMessageContaining("p (1 rows)");
    SynapseRows two = SynapseRows.of(new int[][] {{1}}, 2);
    assertThatThrownBy(
            () -> new Network(List.of(INPUT, a), List.of(sparse(0, two, new float[][] {{1}}))))
        .hasMessageContaining("p (1 rows)");
    SynapseRows one = SynapseRows.of(new int[][] {{0}}, 1);
    assertThatThrownBy(
            () -> new Network(List.of(INPUT, a), List.of(sparse(1, one, new float[][] {{1}}))))
        .hasMessageContaining("one per synapse");
  }

  private static Projection sparse(int latency, SynapseRows synapses, float[][] weights) {
    return new Projection(
        "p",
        "in",
        "a",
        new Kernel.Delta(),
        Delivery.ARRIVAL,
        latency == 0 ? new Latency.Uniform(0) : new Latency.PerSynapse(new int[][] {{latency}}),
        DelayPlace.DENDRITE,
        Optional.of(synapses),
        weights);
  }

  private static Projection relay(String pre, String post, int latency) {
    return new Projection(
        pre + ">" + post,
        pre,
        post,
        new Kernel.Delta(),
        Delivery.ARRIVAL,
        new Latency.Uniform(latency),
        DelayPlace.DENDRITE,
        new float[][] {{1}});
  }

  private static SpikeRaster spikesAt(int steps, int... at) {
    SpikeRaster raster = new SpikeRaster(steps, 1);
    for (int t : at) {
      raster.set(t, 0);
    }
    return raster;
  }

  private static List<Integer> stepsOf(SpikeRaster raster) {
    return stepsOf(raster, 0);
  }

  private static List<Integer> stepsOf(SpikeRaster raster, int neuron) {
    List<Integer> steps = new ArrayList<>();
    for (int t = 0; t < raster.steps(); t++) {
      if (raster.get(t, neuron)) {
        steps.add(t);
      }
    }
    return steps;
  }
}
