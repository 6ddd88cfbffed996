package plastron.tasks.circuit.model;

import java.util.Random;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.plasticity.initialise.Uniform;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;

/** Draws models with fixed weights that circuits can do: chains, skips, cycles, all kernels. */
final class RandomFixedModel {

  private final Random random;

  private RandomFixedModel(long seed) {
    random = new Random(seed);
  }

  static PlasticModel of(long seed) {
    return new RandomFixedModel(seed).model(seed);
  }

  private PlasticModel model(long seed) {
    ModelBuilder model =
        PlasticModel.named("random")
            .seed(seed)
            .source("in", 12)
            .source("other", 5)
            .population("a", 15, lif(15))
            .population("b", 11, lif(11))
            .population("c", 9, lif(9))
            .population(
                "read",
                4,
                new Neuron.LeakyIntegrator(
                    Values.of(0.5 + 0.4 * random.nextDouble()), Values.of(0)));
    Kernel toA = kernel();
    Kernel toB = kernel();
    Kernel toC = kernel();
    connect(model, "in", "a", toA);
    connect(model, "other", "a", toA);
    connect(model, "a", "b", toB);
    connect(model, "in", "b", toB);
    connect(model, "b", "c", toC);
    connect(model, "a", "c", toC);
    connect(model, "c", "read", new Kernel.Delta());
    connect(model, "a", "read", new Kernel.Delta());
    if (random.nextBoolean()) {
      connect(model, "a", "a", toA);
    }
    if (random.nextBoolean()) {
      connect(model, "c", "b", toB);
    }
    return model.build();
  }

  private Neuron lif(int size) {
    return new Neuron.Lif(
        Values.perNeuron(random.doubles(size, 0.5, 1.5).toArray()),
        Values.of(random.nextDouble()),
        Values.perNeuron(random.doubles(size, -0.05, 0.05).toArray()),
        random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD,
        random.nextInt(3));
  }

  private Kernel kernel() {
    return switch (random.nextInt(4)) {
      case 0 -> new Kernel.Delta();
      case 1 -> new Kernel.Exponential(1 + 4 * random.nextDouble());
      case 2 -> new Kernel.Alpha(1 + 2 * random.nextDouble());
      default -> new Kernel.Finite(0.5, 0, 1, -0.25);
    };
  }

  private void connect(ModelBuilder model, String from, String to, Kernel kernel) {
    model.projection(
        from,
        to,
        p ->
            p.kernel(kernel)
                .latency(random.nextInt(4))
                .connectivity(
                    random.nextBoolean()
                        ? new Connectivity.Dense()
                        : new Connectivity.Generated(
                            new ConnectionRule.FixedProbability(0.6), random.nextLong()))
                .set("W", new Uniform(-0.3, 0.6)));
  }
}
