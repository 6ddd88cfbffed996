package plastron.plasticity.model;

import java.util.Optional;
import plastron.core.check.Require;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;

/** The numbers of neurons that training may change, by what they are. */
public final class NeuronValues {

  private NeuronValues() {}

  /** The numbers, if neurons of this kind have such. */
  public static Optional<Values> of(Neuron neuron, Learned.Value value) {
    Require.given("Neuron", neuron);
    Require.given("What a neuron has", value);
    return Optional.ofNullable(
        switch (neuron) {
          case Neuron.SpikeSource source -> null;
          case Neuron.Srm srm ->
              switch (value) {
                case THETA -> srm.theta();
                case BIAS -> srm.bias();
                case DECAY, ADAPTATION, ADAPTATION_DECAY -> null;
              };
          case Neuron.Lif lif ->
              switch (value) {
                case THETA -> lif.theta();
                case DECAY -> lif.decay();
                case BIAS -> lif.bias();
                case ADAPTATION, ADAPTATION_DECAY -> null;
              };
          case Neuron.AdaptiveLif alif ->
              switch (value) {
                case THETA, DECAY, BIAS -> of(alif.lif(), value).orElseThrow();
                case ADAPTATION -> alif.adaptation();
                case ADAPTATION_DECAY -> alif.adaptationDecay();
              };
          case Neuron.LeakyIntegrator li ->
              switch (value) {
                case DECAY -> li.decay();
                case BIAS -> li.bias();
                case THETA, ADAPTATION, ADAPTATION_DECAY -> null;
              };
        });
  }

  /** How many numbers they are: 1 if all neurons have the same. */
  static int count(Population population, Learned.Value value) {
    return of(population.neuron(), value).orElseThrow() instanceof Values.Uniform
        ? 1
        : population.size();
  }

  /**
   * A copy of a neuron with other numbers.
   *
   * @throws IllegalArgumentException if neurons of this kind have no such, or they are out of range
   */
  public static Neuron with(Neuron neuron, Learned.Value value, Values numbers) {
    if (of(neuron, value).isEmpty()) {
      throw new IllegalArgumentException(
          "Value (%s) is not one that such neurons have.".formatted(value.label()));
    }
    return switch (neuron) {
      case Neuron.SpikeSource source -> source;
      case Neuron.Srm srm ->
          value == Learned.Value.THETA
              ? new Neuron.Srm(numbers, srm.refractory(), srm.rho(), srm.bias())
              : new Neuron.Srm(srm.theta(), srm.refractory(), srm.rho(), numbers);
      case Neuron.Lif lif -> with(lif, value, numbers);
      case Neuron.AdaptiveLif alif ->
          new Neuron.AdaptiveLif(
              with(alif.lif(), value, numbers),
              value == Learned.Value.ADAPTATION ? numbers : alif.adaptation(),
              value == Learned.Value.ADAPTATION_DECAY ? numbers : alif.adaptationDecay());
      case Neuron.LeakyIntegrator li ->
          new Neuron.LeakyIntegrator(
              value == Learned.Value.DECAY ? numbers : li.decay(),
              value == Learned.Value.BIAS ? numbers : li.bias());
    };
  }

  private static Neuron.Lif with(Neuron.Lif lif, Learned.Value value, Values numbers) {
    return new Neuron.Lif(
        value == Learned.Value.THETA ? numbers : lif.theta(),
        value == Learned.Value.DECAY ? numbers : lif.decay(),
        value == Learned.Value.BIAS ? numbers : lif.bias(),
        lif.reset(),
        lif.refractorySteps());
  }
}
