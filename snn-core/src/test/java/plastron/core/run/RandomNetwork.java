package plastron.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import plastron.core.network.ConnectionRule;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Latency;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;
import plastron.core.network.Refractory;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.spikes.SpikeRaster;

/** A network of every kind of part, with input and with weights that change at random steps. */
final class RandomNetwork {

  final int steps = 40;
  final Network network;
  final List<String> order = new ArrayList<>();
  final List<SpikeRaster> inputs = new ArrayList<>();
  final Map<String, boolean[][]> inputSpikes = new HashMap<>();

  /** By projection that changes, by step. */
  final Map<String, float[][][]> schedule = new HashMap<>();

  /**
   * By driven population, by step: what is added to currents, and what thresholds are lowered by.
   */
  final Map<String, float[][][]> drives = new HashMap<>();

  private final Random random;

  RandomNetwork(long seed) {
    random = new Random(seed);
    List<Population> populations = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int p = 0; p < count; p++) {
      boolean source = p == 0 || (p == 1 && random.nextBoolean());
      int size = 1 + random.nextInt(6);
      populations.add(
          new Population("p" + p, size, source ? new Neuron.SpikeSource() : neuron(size)));
      if (!source && random.nextBoolean()) {
        drives.put("p" + p, new float[][][] {drive(size), drive(size)});
      }
      order.add("p" + p);
    }
    List<Projection> projections = new ArrayList<>();
    for (int k = 0; k < 2 * count; k++) {
      int pre = random.nextInt(count);
      int post = 1 + random.nextInt(count - 1);
      if (!(populations.get(post).neuron() instanceof Neuron.SpikeSource)) {
        projections.add(
            projection("q" + k, populations.get(pre), populations.get(post), pre < post ? 0 : 1));
      }
    }
    // Listed in another order than that of processing.
    Collections.shuffle(populations, random);
    network = new Network(populations, projections);
    for (Population p : network.populations()) {
      if (p.neuron() instanceof Neuron.SpikeSource) {
        input(p);
      }
    }
  }

  /** Weights of a projection in a step, 0 where there is no synapse, {@code [pre][post]}. */
  float[][] weights(Projection projection, int step) {
    float[][][] changing = schedule.get(projection.name());
    float[][] rows = changing == null ? projection.weights() : changing[step];
    return projection.synapses().map(synapses -> all(rows, synapses)).orElse(rows);
  }

  private static float[][] all(float[][] rows, SynapseRows synapses) {
    float[][] all = new float[synapses.pre()][synapses.post()];
    for (int j = 0; j < rows.length; j++) {
      for (int k = 0; k < rows[j].length; k++) {
        all[j][synapses.targets()[synapses.begin(j) + k]] = rows[j][k];
      }
    }
    return all;
  }

  private Optional<SynapseRows> synapses(Latency latency, int pre, int post) {
    double p = random.nextDouble();
    return latency instanceof Latency.PerSynapse || random.nextInt(3) > 0
        ? Optional.empty()
        : Optional.of(new ConnectionRule.FixedProbability(p).draw(pre, post, random.nextLong()));
  }

  private Neuron neuron(int size) {
    Values theta = values(size, () -> 0.5 + random.nextDouble());
    Values bias = values(size, () -> random.nextDouble() * 0.2 - 0.1);
    Values decay = values(size, random::nextDouble);
    Neuron.Reset reset = random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD;
    Neuron.Lif lif = new Neuron.Lif(theta, decay, bias, reset, random.nextInt(4));
    return switch (random.nextInt(9)) {
      case 0 -> new Neuron.LeakyIntegrator(decay, bias);
      case 1, 2 ->
          new Neuron.Srm(theta, new Refractory.Common(kernel()), random.nextDouble() * 2, bias);
      case 3 ->
          new Neuron.Srm(
              theta,
              new Refractory.Exponentials(values(size, () -> 0.5 + random.nextDouble() * 5)),
              random.nextDouble() * 2,
              bias);
      case 4, 5 ->
          new Neuron.AdaptiveLif(
              lif, values(size, random::nextDouble), values(size, random::nextDouble));
      default -> lif;
    };
  }

  private Values values(int size, DoubleSupplier next) {
    if (random.nextBoolean()) {
      return Values.of(next.getAsDouble());
    }
    double[] values = new double[size];
    Arrays.setAll(values, i -> next.getAsDouble());
    return Values.perNeuron(values);
  }

  /** Values of some steps, the same until the next that has new ones. */
  private float[][] drive(int size) {
    float[][] byStep = new float[steps + 1][size];
    for (int t = 1; t <= steps; t++) {
      byStep[t] = byStep[t - 1];
      if (random.nextInt(8) == 0) {
        byStep[t] = new float[size];
        for (int i = 0; i < size; i++) {
          byStep[t][i] = random.nextFloat() * 0.6f - 0.3f;
        }
      }
    }
    return byStep;
  }

  private Kernel kernel() {
    double tau = 0.5 + random.nextDouble() * 10;
    return switch (random.nextInt(4)) {
      case 0 -> new Kernel.Delta();
      case 1 -> new Kernel.Exponential(tau);
      case 2 -> new Kernel.Alpha(tau);
      default -> new Kernel.Finite(random.doubles(1 + random.nextInt(5), -0.5, 1).toArray());
    };
  }

  private Projection projection(String name, Population pre, Population post, int minLatency) {
    int nPre = pre.size();
    int nPost = post.size();
    int[][] each = new int[nPre][];
    for (int j = 0; j < nPre; j++) {
      each[j] = random.ints(nPost, minLatency, minLatency + 4).toArray();
    }
    Latency latency =
        switch (random.nextInt(4)) {
          case 0 -> new Latency.Uniform(minLatency);
          case 1 -> new Latency.Uniform(minLatency + random.nextInt(4));
          case 2 -> new Latency.PerAxon(random.ints(nPre, minLatency, minLatency + 4).toArray());
          default -> new Latency.PerSynapse(each);
        };
    Optional<SynapseRows> synapses = synapses(latency, nPre, nPost);
    Delivery delivery = random.nextBoolean() ? Delivery.TRACE : Delivery.ARRIVAL;
    if (random.nextBoolean()) {
      float[][][] byStep = new float[steps + 1][][];
      for (int t = 0; t <= steps; t++) {
        byStep[t] =
            t > 0 && random.nextInt(4) > 0 ? byStep[t - 1] : randomWeights(nPre, nPost, synapses);
      }
      schedule.put(name, byStep);
    }
    return new Projection(
        name,
        pre.name(),
        post.name(),
        kernel(),
        delivery,
        latency,
        random.nextBoolean() ? DelayPlace.AXON : DelayPlace.DENDRITE,
        synapses,
        randomWeights(nPre, nPost, synapses));
  }

  private float[][] randomWeights(int nPre, int nPost, Optional<SynapseRows> synapses) {
    float[][] weights = new float[nPre][];
    for (int j = 0; j < nPre; j++) {
      int neuron = j;
      float[] row = new float[synapses.map(s -> s.degree(neuron)).orElse(nPost)];
      weights[j] = row;
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextFloat() * 1.5f - 0.5f;
      }
    }
    return weights;
  }

  private void input(Population p) {
    SpikeRaster raster = new SpikeRaster(steps, p.size());
    boolean[][] spikes = new boolean[steps][p.size()];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < p.size(); i++) {
        spikes[t][i] = random.nextInt(5) == 0;
        if (spikes[t][i]) {
          raster.set(t, i);
        }
      }
    }
    inputs.add(raster);
    inputSpikes.put(p.name(), spikes);
  }
}
