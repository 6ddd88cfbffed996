package plastron.core.circuit;

import java.util.Arrays;
import java.util.SplittableRandom;
import plastron.core.check.Require;
import plastron.core.network.Values;
import plastron.core.random.Seeds;

/** How numbers of synapses or neurons are drawn. */
public sealed interface Distribution {

  /** The same for all. */
  static Distribution of(double value) {
    return new Constant(value);
  }

  /** No number is below. */
  double least();

  /** No number is above. */
  double greatest();

  /**
   * A number.
   *
   * @param random drawn from as often as need be
   * @param place of the synapse or neuron, where there is a list
   */
  double draw(SplittableRandom random, int place);

  /** Throws {@link IllegalArgumentException} if there is not one for every synapse. */
  default void check(String subject, Pattern pattern) {}

  /** A number for every neuron. The same seed gives the same numbers on every machine. */
  default Values values(int neurons, long seed) {
    double[] values = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      values[i] = draw(new SplittableRandom(Seeds.then(seed, i)), i);
    }
    return Values.perNeuron(values);
  }

  /** The same for all; finite. */
  record Constant(double value) implements Distribution {
    public Constant {
      Require.finite("Constant", value);
    }

    @Override
    public double least() {
      return value;
    }

    @Override
    public double greatest() {
      return value;
    }

    @Override
    public double draw(SplittableRandom random, int place) {
      return value;
    }
  }

  /** All numbers from {@code least} to below {@code greatest} equally likely. */
  record Uniform(double least, double greatest) implements Distribution {
    public Uniform {
      requireOrder("Uniform distribution", least, greatest);
    }

    @Override
    public double draw(SplittableRandom random, int place) {
      return least + (greatest - least) * random.nextDouble();
    }
  }

  /**
   * Normal, drawn anew where a number falls outside.
   *
   * @param mean between the bounds
   * @param deviation standard deviation before that, above 0
   * @param least no number is below
   * @param greatest no number is above
   */
  record Normal(double mean, double deviation, double least, double greatest)
      implements Distribution {
    public Normal {
      requireOrder("Normal distribution", least, greatest);
      if (!(deviation > 0 && mean >= least && mean <= greatest)) {
        throw new IllegalArgumentException(
            "Normal distribution (mean %s, deviation %s) needs a deviation above 0 and a mean from %s to %s."
                .formatted(mean, deviation, least, greatest));
      }
    }

    @Override
    public double draw(SplittableRandom random, int place) {
      double value;
      do {
        value = mean + deviation * random.nextGaussian();
      } while (value < least || value > greatest);
      return value;
    }
  }

  /** One by one, in the order of a list of synapses. */
  final class Each implements Distribution {
    private final double[] values;
    private final double least;
    private final double greatest;

    /**
     * @param values finite; copied
     */
    public Each(double... values) {
      this.values = Require.given("Numbers of synapses", values).clone();
      for (double value : values) {
        Require.finite("Number of a synapse", value);
      }
      least = Arrays.stream(values).min().orElse(1);
      greatest = Arrays.stream(values).max().orElse(1);
    }

    @Override
    public double least() {
      return least;
    }

    @Override
    public double greatest() {
      return greatest;
    }

    /** The number of a synapse. */
    public double at(int place) {
      return values[place];
    }

    @Override
    public double draw(SplittableRandom random, int place) {
      return values[place];
    }

    @Override
    public void check(String subject, Pattern pattern) {
      if (!(pattern instanceof Pattern.Listed listed) || listed.size() != values.length) {
        throw new IllegalArgumentException(
            "%s (%d, one for each synapse) need a list of as many synapses."
                .formatted(subject, values.length));
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Each e && Arrays.equals(values, e.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  private static void requireOrder(String subject, double least, double greatest) {
    if (!(least < greatest) || Double.isInfinite(greatest - least)) {
      throw new IllegalArgumentException(
          "%s (%s to %s) needs two finite ascending bounds.".formatted(subject, least, greatest));
    }
  }
}
