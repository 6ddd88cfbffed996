package plastron.plasticity.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import plastron.core.circuit.Circuit;
import plastron.core.run.Recording;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SpikeTrains;
import plastron.core.state.StateReader;
import plastron.core.state.StateWriter;
import plastron.plasticity.run.PlasticRunner;

class LearningByRuleProperties {

  @Property(tries = 100)
  void weightsAreThoseOfTheRunnerOfTrainedModels(@ForAll long seed) {
    RandomLearning network = new RandomLearning(seed);
    Simulation simulation = new Simulation(network.circuit(), 1, 1, 2);
    simulation.run(RandomLearning.STEPS);
    PlasticRunner runner = PlasticRunner.of(network.model());
    Recording recording = runner.run(network.input());
    List<Long> spikes = new ArrayList<>();
    for (int t = 0; t < RandomLearning.STEPS; t++) {
      for (int i = 0; i < network.rows().post(); i++) {
        if (recording.spikes().get(2).get(t, i)) {
          spikes.add(t + 1L);
          spikes.add((long) i);
        }
      }
    }
    assertThat(spikes(simulation, "post")).as(network.toString()).isEqualTo(spikes);
    float[][] trace = runner.value("pre-post", "E");
    TreeMap<String, Double> expected = new TreeMap<>();
    for (int j = 0; j < network.rows().pre(); j++) {
      for (int k = network.rows().begin(j); k < network.rows().begin(j + 1); k++) {
        int i = network.rows().targets()[k];
        float e = trace[j][network.rows().isComplete() ? i : k - network.rows().begin(j)];
        expected.put(j + " " + i, (double) network.weight(k, e));
      }
    }
    TreeMap<String, Double> learned = new TreeMap<>();
    simulation.weights("learning", (pre, post, delay, w) -> learned.put(pre + " " + post, w));
    assertThat(learned).as(network.toString()).isEqualTo(expected);
  }

  @Property(tries = 30)
  void threadsAndPausesChangeNothing(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 60) long pause) {
    Circuit circuit = new RecurrentLearning(seed).circuit();
    Simulation one = new Simulation(circuit, 0.5, seed, 1);
    one.run(RecurrentLearning.STEPS);
    Simulation three = new Simulation(circuit, 0.5, seed, 3);
    while (three.steps() < RecurrentLearning.STEPS) {
      three.run(Math.min(pause, RecurrentLearning.STEPS - three.steps()));
      // Being looked at changes nothing either.
      three.weights("learning", (pre, post, delay, w) -> {});
    }
    assertThat(told(three)).isEqualTo(told(one));
  }

  @Property(tries = 20)
  void goingOnFromAStateIsGoingOn(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 150) long steps) {
    Circuit circuit = new RecurrentLearning(seed).circuit();
    Simulation first = new Simulation(circuit, 0.5, seed, 2);
    first.run(steps);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter writer = new StateWriter(bytes);
    first.state(writer);
    writer.end();
    first.takeSpikes("E");
    first.run(RecurrentLearning.STEPS - steps);
    Simulation second = new Simulation(circuit, 0.5, seed, 2);
    second.state(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
    second.run(RecurrentLearning.STEPS - steps);
    assertThat(told(second)).isEqualTo(told(first));
  }

  private static List<Object> told(Simulation simulation) {
    List<String> weights = new ArrayList<>();
    simulation.weights(
        "learning", (pre, post, delay, w) -> weights.add(pre + " " + post + " " + delay + " " + w));
    weights.sort(null);
    return List.of(spikes(simulation, "E"), weights);
  }

  private static List<Long> spikes(Simulation simulation, String population) {
    SpikeTrains trains = simulation.spikes(population);
    List<Long> spikes = new ArrayList<>();
    for (int k = 0; k < trains.size(); k++) {
      spikes.add((long) trains.step(k));
      spikes.add((long) trains.neuron(k));
    }
    return spikes;
  }
}
