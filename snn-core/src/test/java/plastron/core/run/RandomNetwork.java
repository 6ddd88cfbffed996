package plastron.core.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Latency;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;
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

  private final Random random;

  RandomNetwork(long seed) {
    random = new Random(seed);
    List<Population> populations = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int p = 0; p < count; p++) {
      boolean source = p == 0 || (p == 1 && random.nextBoolean());
      populations.add(
          new Population(
              "p" + p, 1 + random.nextInt(6), source ? new Neuron.SpikeSource() : neuron()));
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

  /** Weights of a projection in a step. */
  float[][] weights(Projection projection, int step) {
    float[][][] changing = schedule.get(projection.name());
    return changing == null ? projection.weights() : changing[step];
  }

  private Neuron neuron() {
    double theta = 0.5 + random.nextDouble();
    if (random.nextBoolean()) {
      return new Neuron.Srm(theta, kernel(), random.nextDouble() * 2);
    }
    Neuron.Reset reset = random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD;
    return new Neuron.Lif(
        theta, random.nextDouble(), random.nextDouble() * 0.2 - 0.1, reset, random.nextInt(4));
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
    Delivery delivery = random.nextBoolean() ? Delivery.TRACE : Delivery.ARRIVAL;
    if (random.nextBoolean()) {
      float[][][] byStep = new float[steps + 1][][];
      for (int t = 0; t <= steps; t++) {
        byStep[t] = t > 0 && random.nextInt(4) > 0 ? byStep[t - 1] : randomWeights(nPre, nPost);
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
        DelayPlace.DENDRITE,
        randomWeights(nPre, nPost));
  }

  private float[][] randomWeights(int nPre, int nPost) {
    float[][] weights = new float[nPre][nPost];
    for (float[] row : weights) {
      for (int i = 0; i < nPost; i++) {
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
