package plastron.export.nir.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.nir.node.NirSteps;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;

/**
 * The node of a population: {@code CubaLIF} or {@code CubaLI} where all that arrives is filtered
 * alike, {@code LIF} or {@code LI} else, {@code IF} or {@code I} where nothing leaks.
 *
 * @param type as NIR writes it
 * @param fields its numbers
 * @param bias a constant current that the node itself cannot have, by neuron, 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
record NeuronNode(String type, Map<String, Hdf5Node> fields, double[] bias) {

  static NeuronNode of(Population population, PlasticGraph graph, double dt) {
    int n = population.size();
    Map<String, Hdf5Node> fields = new TreeMap<>();
    Values decays;
    Values biases;
    boolean fires = false;
    switch (population.neuron()) {
      case Neuron.Lif lif -> {
        decays = lif.decay();
        biases = lif.bias();
        fires = true;
        fields.put("v_threshold", Hdf5Array.Reals.of(lif.theta().toArray(n)));
        fields.put("v_reset", Hdf5Array.Reals.of(new double[n]));
        if (lif.reset() == Neuron.Reset.SUBTRACT_THRESHOLD) {
          fields.put("metadata", Hdf5Group.of(Map.of("reset", NirSteps.resetText(lif.reset()))));
        }
      }
      case Neuron.LeakyIntegrator li -> {
        decays = li.decay();
        biases = li.bias();
      }
      default ->
          throw new IllegalStateException("Neurons (%s) were checked.".formatted(population));
    }
    double[] decay = decays.toArray(n);
    double[] bias = biases.toArray(n);
    if (decay[0] == 1) {
      fields.put("r", constant(n, 1 / dt));
      return new NeuronNode(fires ? "IF" : "I", fields, bias);
    }
    double[] tau = mapped(decay, d -> dt / (1 - d));
    double[] leak = new double[n];
    Arrays.setAll(leak, i -> bias[i] * tau[i] / dt);
    fields.put("r", Hdf5Array.Reals.of(mapped(tau, t -> t / dt)));
    fields.put("v_leak", Hdf5Array.Reals.of(leak));
    OptionalDouble synapse = synapse(population.name(), graph);
    fields.put(synapse.isPresent() ? "tau_mem" : "tau", Hdf5Array.Reals.of(tau));
    if (synapse.isPresent()) {
      double tauSynapse = dt / (1 - synapse.getAsDouble());
      fields.put("tau_syn", constant(n, tauSynapse));
      fields.put("w_in", constant(n, tauSynapse / dt));
    }
    String type = (synapse.isPresent() ? "Cuba" : "") + (fires ? "LIF" : "LI");
    return new NeuronNode(type, fields, new double[n]);
  }

  /** The factor per step of the filter that all projections into a population have. */
  static OptionalDouble synapse(String population, PlasticGraph graph) {
    List<Kernel> kernels =
        graph.projections().stream()
            .filter(p -> p.to().equals(population))
            .map(PlasticProjection::kernel)
            .distinct()
            .toList();
    Neuron neuron = graph.population(population).neuron();
    boolean leaks =
        switch (neuron) {
          case Neuron.Lif lif -> lif.decay().at(0) != 1;
          case Neuron.LeakyIntegrator li -> li.decay().at(0) != 1;
          default -> false;
        };
    return leaks && kernels.size() == 1 && kernels.getFirst() instanceof Kernel.Exponential e
        ? OptionalDouble.of(e.decay())
        : OptionalDouble.empty();
  }

  static Hdf5Array constant(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return Hdf5Array.Reals.of(all);
  }

  private static double[] mapped(double[] values, DoubleUnaryOperator of) {
    return Arrays.stream(values).map(of).toArray();
  }
}
