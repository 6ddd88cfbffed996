package plastron.tasks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;

/**
 * A network without plasticity that is mapped onto a chip to see how long that takes: spike sources
 * lead to populations, all to all, with weights and calibration inputs drawn from fixed seeds.
 *
 * @param name of the network
 * @param sources number of spike source populations
 * @param inputs neurons of each
 * @param populations number of populations of neurons
 * @param neurons of each
 */
record MappedNetwork(String name, int sources, int inputs, int populations, int neurons) {

  /** 100,000 neurons and 10 million synapses in one projection and in twenty, and a hundredth. */
  static final List<MappedNetwork> NAMED =
      List.of(
          new MappedNetwork("one-projection", 1, 100, 1, 100_000),
          new MappedNetwork("twenty-projections", 2, 50, 10, 10_000),
          new MappedNetwork("small", 2, 50, 10, 100));

  private static final int EXAMPLES = 8;
  static final int STEPS = 50;
  private static final double INPUT_RATE = 0.05;
  private static final long SEED = 0x3A9;

  long synapses() {
    return (long) sources * inputs * populations * neurons;
  }

  PlasticModel model() {
    RandomGenerator random = new SplittableRandom(SEED);
    ModelBuilder model = PlasticModel.named(name).updateEvery(16);
    for (int s = 0; s < sources; s++) {
      model.source("source" + s, inputs);
    }
    for (int p = 0; p < populations; p++) {
      String to = "population" + p;
      model.population(to, neurons, new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0));
      for (int s = 0; s < sources; s++) {
        double[][] weights = weights(random);
        model.projection(
            "source" + s,
            to,
            projection -> projection.delivery(Delivery.ARRIVAL).latency(1).set("W", weights));
      }
    }
    return model.build();
  }

  private double[][] weights(RandomGenerator random) {
    double[][] weights = new double[inputs][neurons];
    for (double[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = 0.1 * random.nextGaussian();
      }
    }
    return weights;
  }

  List<Input> examples() {
    List<Input> examples = new ArrayList<>();
    for (int e = 0; e < EXAMPLES; e++) {
      RandomGenerator random = new SplittableRandom(SEED + 1 + e);
      List<SpikeRaster> spikes = new ArrayList<>();
      for (int s = 0; s < sources; s++) {
        SpikeRaster raster = new SpikeRaster(STEPS, inputs);
        for (int t = 0; t < STEPS; t++) {
          for (int j = 0; j < inputs; j++) {
            if (random.nextDouble() < INPUT_RATE) {
              raster.set(t, j);
            }
          }
        }
        spikes.add(raster);
      }
      examples.add(Input.of(spikes.toArray(SpikeRaster[]::new)));
    }
    return examples;
  }
}
