package plastron.core.network;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import plastron.core.check.Require;

/** One number for every neuron of a population. */
public sealed interface Values {

  /** The same for all. */
  static Values of(double value) {
    return new Uniform(value);
  }

  /** One by one, in the order of the neurons. */
  static Values perNeuron(double... values) {
    return new PerNeuron(values);
  }

  /** The number of one neuron. */
  double at(int neuron);

  /** Whether there is a number for every one of so many neurons. */
  boolean fits(int neurons);

  /** Whether all neurons have the same number. */
  boolean isUniform();

  /**
   * The number that all neurons have.
   *
   * @throws IllegalArgumentException if they differ
   */
  double uniform();

  /** The numbers as they are given: one for all, or one by one; not to be modified. */
  DoubleStream stream();

  /** Throws {@link IllegalArgumentException} if a number is not what is expected. */
  default void require(String subject, DoublePredicate holds, String expected) {
    stream()
        .filter(v -> !holds.test(v))
        .findFirst()
        .ifPresent(
            v -> {
              throw new IllegalArgumentException(
                  "%s (%s) must be %s.".formatted(subject, v, expected));
            });
  }

  /** The numbers of so many neurons, a new array. */
  default double[] toArray(int neurons) {
    double[] all = new double[neurons];
    Arrays.setAll(all, this::at);
    return all;
  }

  /** The same for all. */
  record Uniform(double value) implements Values {
    @Override
    public double at(int neuron) {
      return value;
    }

    @Override
    public boolean fits(int neurons) {
      return true;
    }

    @Override
    public boolean isUniform() {
      return true;
    }

    @Override
    public double uniform() {
      return value;
    }

    @Override
    public DoubleStream stream() {
      return DoubleStream.of(value);
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /** One by one. */
  final class PerNeuron implements Values {
    private final double[] values;

    /**
     * @param values in the order of the neurons, at least one; copied
     */
    public PerNeuron(double... values) {
      if (Require.given("Values", values).length == 0) {
        throw new IllegalArgumentException("Values (none) need one number per neuron.");
      }
      this.values = values.clone();
    }

    @Override
    public double at(int neuron) {
      return values[neuron];
    }

    @Override
    public boolean fits(int neurons) {
      return values.length == neurons;
    }

    @Override
    public boolean isUniform() {
      return Arrays.stream(values).allMatch(v -> v == values[0]);
    }

    @Override
    public double uniform() {
      if (!isUniform()) {
        throw new IllegalArgumentException("Values (%s) differ among neurons.".formatted(this));
      }
      return values[0];
    }

    @Override
    public DoubleStream stream() {
      return Arrays.stream(values);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof PerNeuron p && Arrays.equals(values, p.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      double min = Arrays.stream(values).min().orElseThrow();
      double max = Arrays.stream(values).max().orElseThrow();
      return min == max ? Double.toString(min) : "%s to %s".formatted(min, max);
    }
  }
}
