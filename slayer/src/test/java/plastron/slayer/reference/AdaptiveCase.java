package plastron.slayer.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;

/**
 * Neurons with adaptive thresholds and fixed weights among them, of which every number is learned,
 * an episode and the slopes of a loss; and the same once more as a network without thresholds: each
 * spike is what it was plus the surrogate times how far the potential moves against the threshold.
 * The true derivatives of that network are the gradients that a sweep must form.
 */
public final class AdaptiveCase {

  private static final int STEPS = 30;
  private static final Surrogate SURROGATE = new SlayerExponential(0.4, 0.7);

  /** The model. */
  public final PlasticModel model;

  private final SpikeRaster input;
  private final double[][] slopes;
  private final boolean throughReset;

  /** Spikes and distances from the threshold of the model itself. */
  private final double[][] spiked;

  private final double[][] distance;
  private double adapted;

  /** The case of a seed. */
  public AdaptiveCase(long seed) {
    Random random = new Random(seed);
    throughReset = random.nextBoolean();
    int pre = 1 + random.nextInt(3);
    int n = 1 + random.nextInt(4);
    Neuron.Reset reset = random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD;
    DoubleSupplier part = () -> 0.1 + 0.8 * random.nextDouble();
    Neuron.Lif lif =
        new Neuron.Lif(
            values(random, n, part),
            values(random, n, part),
            values(random, n, () -> 0.2 * part.getAsDouble()),
            reset,
            random.nextInt(3));
    ModelBuilder built =
        PlasticModel.named("adaptive")
            .source("in", pre)
            .population(
                "h",
                n,
                new Neuron.AdaptiveLif(lif, values(random, n, part), values(random, n, part)))
            .projection(
                "in", "h", p -> p.kernel(new Kernel.Delta()).set("W", weights(random, pre, n)))
            .projection(
                "h", "h", p -> p.kernel(new Kernel.Delta()).set("W", weights(random, n, n)));
    for (Learned.Value value : Learned.Value.values()) {
      built.learn("h", value, Bounds.NONE);
    }
    model = built.updateEvery(7).build();
    input = new SpikeRaster(STEPS, pre);
    slopes = new double[STEPS][n];
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < pre; j++) {
        if (random.nextBoolean()) {
          input.set(t, j);
        }
      }
      Arrays.setAll(slopes[t], i -> random.nextGaussian());
    }
    spiked = new double[STEPS][n];
    distance = new double[STEPS][n];
    run(model, true);
  }

  private static Values values(Random random, int n, DoubleSupplier next) {
    return random.nextBoolean()
        ? Values.of(next.getAsDouble())
        : Values.perNeuron(DoubleStream.generate(next).limit(n).toArray());
  }

  private static double[][] weights(Random random, int pre, int post) {
    double[][] weights = new double[pre][post];
    for (double[] row : weights) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return weights;
  }

  /** What the network is given. */
  public Input input() {
    return new Input(List.of(input), Map.of());
  }

  /** How gradients are formed. */
  public SweepOptions options() {
    return new SweepOptions(SURROGATE, throughReset, TapeLimit.NONE, Integer.MAX_VALUE);
  }

  /** The slopes of the loss. */
  public Adjoints adjoints() {
    Adjoints adjoints = new Adjoints(model.graph().sizes());
    for (int t = 0; t < STEPS; t++) {
      adjoints.of(1).add(t, t + 1, slopes[t]);
    }
    return adjoints;
  }

  /** The largest amount by which a threshold was raised where a neuron was free. */
  public double adapted() {
    return adapted;
  }

  /** The loss of the network without thresholds, with other numbers. */
  public double loss(PlasticModel other) {
    return run(other, false);
  }

  private double run(PlasticModel of, boolean itself) {
    Neuron.AdaptiveLif neuron = (Neuron.AdaptiveLif) of.graph().populations().get(1).neuron();
    double[][] in = of.graph().projections().getFirst().parameter("W");
    double[][] own = of.graph().projections().getLast().parameter("W");
    int n = own.length;
    double[] before = new double[n];
    double[] v = new double[n];
    double[] a = new double[n];
    double loss = 0;
    for (int t = 0; t < STEPS; t++) {
      double[] s = new double[n];
      for (int i = 0; i < n; i++) {
        if (!held(neuron.lif(), t, i)) {
          double u = neuron.lif().decay().at(i) * v[i] + neuron.lif().bias().at(i);
          for (int j = 0; j < in.length; j++) {
            u += input.get(t, j) ? in[j][i] : 0;
          }
          for (int j = 0; j < n; j++) {
            u += own[j][i] * before[j];
          }
          s[i] = spike(neuron, u, a[i], t, i, itself);
          double resets = throughReset ? s[i] : spiked[t][i];
          boolean hard = neuron.lif().reset() == Neuron.Reset.HARD;
          v[i] = u - resets * (hard ? u : neuron.lif().theta().at(i));
        } else {
          v[i] = 0;
        }
        loss += slopes[t][i] * s[i];
      }
      for (int i = 0; i < n; i++) {
        a[i] = neuron.adaptationDecay().at(i) * a[i] + s[i];
      }
      before = s;
    }
    return loss;
  }

  private boolean held(Neuron.Lif lif, int t, int i) {
    double spikes = 0;
    for (int k = 1; k <= Math.min(t, lif.refractorySteps()); k++) {
      spikes += spiked[t - k][i];
    }
    return spikes > 0;
  }

  private double spike(
      Neuron.AdaptiveLif neuron, double u, double a, int t, int i, boolean itself) {
    double raised = neuron.adaptation().at(i) * a;
    double x = u - neuron.lif().theta().at(i) - raised;
    if (itself) {
      distance[t][i] = x;
      spiked[t][i] = x >= 0 ? 1 : 0;
      adapted = Math.max(adapted, raised);
    }
    return spiked[t][i] + SURROGATE.at(distance[t][i]) * (x - distance[t][i]);
  }

  /** Whether a neuron spiked. */
  public boolean spiked(int t, int i) {
    return spiked[t][i] == 1;
  }
}
