package plastron.export.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/**
 * The synapses of one projection in the chip's form, with the neurons they lead to. All layers of a
 * population share its neurons.
 *
 * @param name of the population if the layer is its only one, of the projection if not
 * @param from index of the population that sends
 * @param to index of the population that receives
 * @param inputs number of presynaptic neurons
 * @param population that receives; its neuron is a {@link Neuron.Lif}
 * @param projection its kernel is exponential or a delta
 * @param modulators indices of the populations that modulate the rule, by name of activity
 * @param signals indices in the image of the signals that the rule reads, by name of external
 * @param rule of the projection, derived
 * @param updateInterval steps per window
 * @param rates how rates are made from spikes
 * @param referenceRate rates are divided by this before the rule sees them
 * @param options what the user chose
 */
public record ValidLayer(
    String name,
    int from,
    int to,
    int inputs,
    Population population,
    PlasticProjection projection,
    Map<String, Integer> modulators,
    Map<String, Integer> signals,
    RuleDerivation rule,
    int updateInterval,
    RateEstimator rates,
    double referenceRate,
    ExportOptions options) {

  public ValidLayer {
    modulators = Map.copyOf(modulators);
    signals = Map.copyOf(signals);
  }

  /** Number of neurons. */
  public int size() {
    return population.size();
  }

  /** The layer and its rule, as the subject of a diagnostic. */
  public String subject() {
    return "layer %s, rule %s".formatted(name, rule.rule().name());
  }

  /** Whether the layer's weights change. */
  public boolean isPlastic() {
    return rule.rule().isPlastic();
  }

  /** The value of a parameter of the rule, {@code [from][to]}. */
  public double[][] parameter(Symbol symbol) {
    return projection.parameter(symbol.name());
  }

  /**
   * A polynomial in parameters of the rule, spread over the synapses.
   *
   * @param terms its terms, in the order in which they are added
   * @return {@code [from][to]}, new
   */
  public double[][] perSynapse(List<Term> terms) {
    double[][] sum = new double[inputs][size()];
    double[] products = new double[size()];
    for (Term term : terms) {
      for (int j = 0; j < inputs; j++) {
        Arrays.fill(products, term.coefficient());
        for (Symbol factor : term.factors()) {
          multiply(products, factor, j);
        }
        for (int i = 0; i < products.length; i++) {
          sum[j][i] += products[i];
        }
      }
    }
    return sum;
  }

  /** Multiplies each by a parameter's value at the synapse from neuron j. */
  private void multiply(double[] products, Symbol parameter, int j) {
    double[][] values = parameter(parameter);
    double[] row = values[parameter.axis() == Axis.SYNAPSE ? j : 0];
    switch (parameter.axis()) {
      case SYNAPSE, POST -> {
        for (int i = 0; i < products.length; i++) {
          products[i] *= row[i];
        }
      }
      default -> {
        double factor = row[parameter.axis() == Axis.PRE ? j : 0];
        for (int i = 0; i < products.length; i++) {
          products[i] *= factor;
        }
      }
    }
  }

  /** Index of the population whose rates an activity of the rule is. */
  public int population(Symbol activity) {
    return switch (activity.axis()) {
      case PRE -> from;
      case MODULATOR -> modulators.get(activity.name());
      default -> to;
    };
  }

  /** Index in the image of the signal that an external of the rule is. */
  public int signal(Symbol external) {
    return Objects.requireNonNull(signals.get(external.name()));
  }

  /** The neuron. */
  public Neuron.Lif neuron() {
    if (population.neuron() instanceof Neuron.Lif lif) {
      return lif;
    }
    throw new IllegalStateException(
        "Population %s (%s) was validated as LIF."
            .formatted(population.name(), population.neuron()));
  }

  /** Factor per step on the input current: 0 for a delta kernel. */
  public double currentDecay() {
    return switch (projection.kernel()) {
      case Kernel.Exponential exponential -> exponential.decay();
      case Kernel.Delta delta -> 0;
      default ->
          throw new IllegalStateException(
              "Projection %s (%s) was validated."
                  .formatted(projection.name(), projection.kernel()));
    };
  }
}
