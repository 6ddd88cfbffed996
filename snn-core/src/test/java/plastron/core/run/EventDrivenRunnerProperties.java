package plastron.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;
import plastron.core.spikes.SpikeRaster;

class EventDrivenRunnerProperties {

  @Property(tries = 600)
  void agreesWithTheDenseReference(@ForAll long seed) {
    RandomNetwork world = new RandomNetwork(seed);
    DenseReference reference = reference(world);
    // Closer to a threshold, float and double may differ in a spike.
    double tolerance = 4e-6 * reference.scale;
    Assume.that(reference.margin > tolerance);

    Map<String, PotentialRecorder> recorders = new HashMap<>();
    EventDrivenRunner runner = runner(world, recorders);
    Recording recording = runner.run(new Input(world.inputs, Map.of()));

    List<Population> populations = world.network.populations();
    for (int p = 0; p < populations.size(); p++) {
      assertThat(raster(DenseReference.get(reference.spikes, populations.get(p).name())))
          .isEqualTo(recording.spikes().get(p));
    }
    for (Map.Entry<String, PotentialRecorder> recorder : recorders.entrySet()) {
      float[][] got = recorder.getValue().potentials();
      double[][] want = DenseReference.get(reference.potentials, recorder.getKey());
      double worst = 0;
      for (int t = 0; t < world.steps; t++) {
        for (int i = 0; i < got[t].length; i++) {
          worst = Math.max(worst, Math.abs(got[t][i] - want[t][i]));
        }
      }
      assertThat(worst).isLessThan(tolerance);
    }
    for (Population p : populations) {
      boolean integrates = p.neuron() instanceof Neuron.LeakyIntegrator;
      assertThat(recording.potentials().containsKey(p.name())).isEqualTo(integrates);
      if (integrates) {
        assertThat(DenseReference.get(recording.potentials(), p.name()))
            .isDeepEqualTo(DenseReference.get(recorders, p.name()).potentials());
      }
    }
  }

  @Property(tries = 100)
  void resetMakesARunRepeatable(@ForAll long seed) {
    RandomNetwork world = new RandomNetwork(seed);
    EventDrivenRunner runner = runner(world, new HashMap<>());
    List<SpikeRaster> first = runner.run(new Input(world.inputs, Map.of())).spikes();
    runner.reset();
    assertThat(runner.run(new Input(world.inputs, Map.of())).spikes()).isEqualTo(first);
  }

  @Property(tries = 100)
  void aRunMayBeCutInTwo(@ForAll long seed) {
    RandomNetwork world = new RandomNetwork(seed);
    List<SpikeRaster> whole =
        runner(world, new HashMap<>()).run(new Input(world.inputs, Map.of())).spikes();
    EventDrivenRunner runner = runner(world, new HashMap<>());
    int cut = world.steps / 3;
    List<SpikeRaster> head = runner.run(new Input(part(world.inputs, 0, cut), Map.of())).spikes();
    List<SpikeRaster> tail =
        runner.run(new Input(part(world.inputs, cut, world.steps), Map.of())).spikes();
    assertThat(head).isEqualTo(part(whole, 0, cut));
    assertThat(tail).isEqualTo(part(whole, cut, world.steps));
  }

  private static DenseReference reference(RandomNetwork world) {
    Map<String, IntFunction<float[][]>> weights = new HashMap<>();
    for (Projection projection : world.network.projections()) {
      weights.put(projection.name(), t -> world.weights(projection, t));
    }
    return new DenseReference(
        world.network, world.order, world.steps, world.inputSpikes, weights, drives(world));
  }

  private static DenseReference.Drives drives(RandomNetwork world) {
    return new DenseReference.Drives() {
      @Override
      public float[] bias(String population, int step) {
        return at(population, 0, step);
      }

      @Override
      public float[] lowered(String population, int step) {
        return at(population, 1, step);
      }

      private float[] at(String population, int which, int step) {
        float[][][] driven = world.drives.get(population);
        return driven == null
            ? new float[world.network.population(population).size()]
            : driven[which][step];
      }
    };
  }

  private static EventDrivenRunner runner(
      RandomNetwork world, Map<String, PotentialRecorder> recorders) {
    Map<String, SynapseDynamics> dynamics = new HashMap<>();
    world.schedule.forEach((name, schedule) -> dynamics.put(name, new Scheduled(schedule)));
    EventDrivenRunner runner = new EventDrivenRunner(world.network, dynamics);
    world.drives.forEach((name, byStep) -> runner.drive(name, new ScheduledDrive(byStep)));
    for (Population p : world.network.populations()) {
      PotentialRecorder recorder = new PotentialRecorder();
      recorders.put(p.name(), recorder);
      runner.listen(p.name(), recorder);
    }
    return runner;
  }

  private static SpikeRaster raster(boolean[][] spikes) {
    SpikeRaster raster = new SpikeRaster(spikes.length, spikes[0].length);
    for (int t = 0; t < spikes.length; t++) {
      for (int i = 0; i < spikes[t].length; i++) {
        if (spikes[t][i]) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }

  private static List<SpikeRaster> part(List<SpikeRaster> whole, int from, int to) {
    List<SpikeRaster> parts = new ArrayList<>();
    for (SpikeRaster raster : whole) {
      SpikeRaster part = new SpikeRaster(to - from, raster.neurons());
      for (int t = from; t < to; t++) {
        for (int i = 0; i < raster.neurons(); i++) {
          if (raster.get(t, i)) {
            part.set(t - from, i);
          }
        }
      }
      parts.add(part);
    }
    return parts;
  }

  /** Weights after a timetable. */
  private static final class Scheduled implements SynapseDynamics {
    private final float[][][] schedule;
    private int step;

    Scheduled(float[][][] schedule) {
      this.schedule = schedule;
    }

    @Override
    public void reset(float[][] weights) {
      step = 0;
      copy(weights);
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean endStep(int[] pre, int preCount, int[] post, int postCount, float[][] weights) {
      step++;
      copy(weights);
      return schedule[step] != schedule[step - 1];
    }

    private void copy(float[][] weights) {
      for (int j = 0; j < weights.length; j++) {
        System.arraycopy(schedule[step][j], 0, weights[j], 0, weights[j].length);
      }
    }
  }

  /** Drives after a timetable. */
  private static final class ScheduledDrive implements NeuronDynamics {
    private final float[][][] byStep;
    private int step;

    ScheduledDrive(float[][][] byStep) {
      this.byStep = byStep;
    }

    @Override
    public void reset(float[] bias, float[] lowered) {
      step = 0;
    }

    @Override
    public void endStep(float[] bias, float[] lowered) {
      step++;
      System.arraycopy(byStep[0][step], 0, bias, 0, bias.length);
      System.arraycopy(byStep[1][step], 0, lowered, 0, lowered.length);
    }
  }
}
