package plastron.slayer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import plastron.core.network.Kernel;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/** Every loss has the value of its formula, and its adjoint is the derivative. */
class LossProperties {

  private static final int STEPS = 20;

  @Property(tries = 100)
  void policy(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int neurons,
      @ForAll @DoubleRange(min = 0.5, max = 12) double gain,
      @ForAll @DoubleRange(min = -2, max = 2) double advantage,
      @ForAll @DoubleRange(max = 0.5) double entropyWeight) {
    Random random = new Random(seed);
    int action = random.nextInt(neurons);
    ReadoutSteps window = readout(random);
    checkOfRates(
        new PolicyLoss(window, gain, action, advantage, entropyWeight),
        window,
        random(neurons, random),
        rates -> {
          double entropy = 0;
          for (int i = 0; i < neurons; i++) {
            entropy -= probability(gain, rates, i) * Math.log(probability(gain, rates, i));
          }
          return -advantage * Math.log(probability(gain, rates, action)) - entropyWeight * entropy;
        });
  }

  @Property(tries = 50)
  void crossEntropy(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int neurons,
      @ForAll @DoubleRange(min = 0.5, max = 12) double gain) {
    Random random = new Random(seed);
    int label = random.nextInt(neurons);
    ReadoutSteps window = readout(random);
    checkOfRates(
        new CountCrossEntropy(window, gain, label),
        window,
        random(neurons, random),
        rates -> -Math.log(probability(gain, rates, label)));
  }

  @Property(tries = 50)
  void meanSquare(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int neurons) {
    Random random = new Random(seed);
    double[] target = random.doubles(neurons).toArray();
    ReadoutSteps window = readout(random);
    checkOfRates(
        new RateMeanSquare(window, target),
        window,
        random(neurons, random),
        rates -> {
          double sum = 0;
          for (int i = 0; i < neurons; i++) {
            sum += (rates[i] - target[i]) * (rates[i] - target[i]) / 2;
          }
          return sum;
        });
  }

  /**
   * The mean loss of a batch is the mean without a budget plus the penalty on the batch's mean
   * rates, and the adjoints of its episodes are the derivative.
   */
  @Property(tries = 50)
  void rateBudget(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int neurons,
      @ForAll @IntRange(min = 1, max = 4) int batch) {
    Random random = new Random(seed);
    RateBudget budget = new RateBudget(0.3, 0.4, 1 + 9 * random.nextDouble());
    ReadoutSteps window = readout(random);
    double[] target = random.doubles(neurons).toArray();
    double[][] rates = new double[batch][];
    OutputAdjoint[] adjoints = new OutputAdjoint[batch];
    SpikeRaster[] outputs = new SpikeRaster[batch];
    for (int e = 0; e < batch; e++) {
      outputs[e] = random(neurons, random);
      rates[e] = window.rates(outputs[e]);
      adjoints[e] = adjoint(neurons);
    }
    double loss = 0;
    for (int e = 0; e < batch; e++) {
      SpikeLoss plain = new RateMeanSquare(window, target);
      loss += budget.added(plain, window, means(rates)).evaluate(outputs[e], adjoints[e]) / batch;
    }
    assertThat(loss).isCloseTo(total(rates, target, budget), within(1e-10));
    double h = 1e-6;
    for (int e = 0; e < batch; e++) {
      for (int i = 0; i < neurons; i++) {
        double rate = rates[e][i];
        rates[e][i] = rate + h;
        double more = total(rates, target, budget);
        rates[e][i] = rate - h;
        double less = total(rates, target, budget);
        rates[e][i] = rate;
        double slope = batch * (more - less) / (2 * h) / (window.to() - window.from());
        assertThat(adjoints[e].get(window.from(), i)).isCloseTo(slope, within(1e-4));
      }
    }
  }

  private static double total(double[][] rates, double[] target, RateBudget budget) {
    double sum = 0;
    for (double[] episode : rates) {
      for (int i = 0; i < target.length; i++) {
        sum += (episode[i] - target[i]) * (episode[i] - target[i]) / 2 / rates.length;
      }
    }
    for (double mean : means(rates)) {
      double excess = Math.max(0, Math.max(budget.low() - mean, mean - budget.high()));
      sum += budget.weight() / 2 * excess * excess;
    }
    return sum;
  }

  private static double[] means(double[][] rates) {
    double[] means = new double[rates[0].length];
    for (double[] episode : rates) {
      Arrays.setAll(means, i -> means[i] + episode[i] / rates.length);
    }
    return means;
  }

  /**
   * The distance is a quadratic form: a spike more or less changes it by its adjoint and half the
   * kernel's energy.
   */
  @Property(tries = 50)
  void spikeTrainDistance(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int neurons) {
    Random random = new Random(seed);
    Kernel kernel = random.nextBoolean() ? new Kernel.Alpha(3) : new Kernel.Finite(1, -0.5, 0.25);
    SpikeRaster output = random(neurons, random);
    SpikeTrainDistance loss = new SpikeTrainDistance(kernel, random(neurons, random));
    OutputAdjoint adjoint = adjoint(neurons);
    double before = loss.evaluate(output, adjoint);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < neurons; i++) {
        double energy = 0;
        for (int k = 0; t + k < STEPS; k++) {
          energy += kernel.at(k) * kernel.at(k);
        }
        int change = output.get(t, i) ? -1 : 1;
        double after = loss.evaluate(flipped(output, t, i), adjoint(neurons));
        assertThat(after - before)
            .isCloseTo(change * adjoint.get(t, i) + energy / 2, within(1e-10));
      }
    }
    assertThat(new SpikeTrainDistance(kernel, output).evaluate(output, adjoint(neurons))).isZero();
  }

  private static void checkOfRates(
      SpikeLoss loss, ReadoutSteps window, SpikeRaster output, ToDoubleFunction<double[]> formula) {
    OutputAdjoint adjoint = adjoint(output.neurons());
    double[] rates = window.rates(output);
    double value = loss.evaluate(output, adjoint);
    assertThat(value)
        .isCloseTo(formula.applyAsDouble(rates), within(1e-10 * Math.max(1, Math.abs(value))));
    double length = window.to() - window.from();
    for (int i = 0; i < rates.length; i++) {
      double h = 1e-5;
      double[] more = rates.clone();
      more[i] += h;
      double[] less = rates.clone();
      less[i] -= h;
      double slope = (formula.applyAsDouble(more) - formula.applyAsDouble(less)) / (2 * h);
      for (int t = 0; t < STEPS; t++) {
        double want = t >= window.from() && t < window.to() ? slope / length : 0;
        assertThat(adjoint.get(t, i)).isCloseTo(want, within(1e-6 * Math.max(1, Math.abs(want))));
      }
    }
    double first = adjoint.get(window.from(), 0);
    loss.evaluate(output, adjoint);
    assertThat(adjoint.get(window.from(), 0)).as("added to").isEqualTo(2 * first);
  }

  private static double probability(double gain, double[] rates, int i) {
    double sum = 0;
    for (double rate : rates) {
      sum += Math.exp(gain * rate);
    }
    return Math.exp(gain * rates[i]) / sum;
  }

  private static ReadoutSteps readout(Random random) {
    int from = random.nextInt(STEPS);
    return new ReadoutSteps(from, from + 1 + random.nextInt(STEPS - from));
  }

  private static SpikeRaster random(int neurons, Random random) {
    SpikeRaster raster = new SpikeRaster(STEPS, neurons);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < neurons; i++) {
        if (random.nextInt(3) == 0) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }

  private static SpikeRaster flipped(SpikeRaster raster, int step, int neuron) {
    SpikeRaster flipped = new SpikeRaster(raster.steps(), raster.neurons());
    for (int t = 0; t < raster.steps(); t++) {
      for (int i = 0; i < raster.neurons(); i++) {
        if (raster.get(t, i) != (t == step && i == neuron)) {
          flipped.set(t, i);
        }
      }
    }
    return flipped;
  }

  private static OutputAdjoint adjoint(int neurons) {
    OutputAdjoint adjoint = new OutputAdjoint(neurons);
    adjoint.clear();
    return adjoint;
  }
}
