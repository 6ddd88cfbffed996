package plastron.export.nir.read;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.export.nir.node.NirNode;
import plastron.export.nir.node.NirSteps;

/**
 * A node of NIR with an equation of its own, in steps: {@code x(t) = decay x(t-1) + gain i(t) +
 * leak}, where {@code x} is the potential, counted from the reset potential if there is one, and
 * {@code i} what comes in through {@code synapse}.
 *
 * @param shape of the node
 * @param decay by neuron
 * @param gain by neuron, that of the synapse included
 * @param leak by neuron
 * @param synapse by neuron, the factor per step of the current, 0 where there is none
 * @param threshold by neuron, counted like {@code x}; none for a node that never spikes
 * @param reset what a spike does
 */
@SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
record Stateful(
    List<Integer> shape,
    double[] decay,
    double[] gain,
    double[] leak,
    double[] synapse,
    double[] threshold,
    Neuron.Reset reset) {

  /** The types of those that spike. */
  static final List<String> FIRING = List.of("LIF", "CubaLIF", "IF", "Threshold");

  /** The types of those that never do. */
  static final List<String> SILENT = List.of("LI", "CubaLI", "I");

  /** Reads a node. */
  static Stateful of(NirNode node, Flow in, NirSteps graph) {
    NirSteps steps = graph.with(node.metadata());
    List<Integer> shape = shape(node, other -> in.shape());
    int n = Flow.size(shape);
    if (n != in.size()) {
      throw new IllegalArgumentException(
          "%s has %d neurons, expected the %d values of its input."
              .formatted(node.subject(), n, in.size()));
    }
    boolean leaks = !List.of("I", "IF", "Threshold").contains(node.type());
    boolean cuba = node.type().startsWith("Cuba");
    boolean fires = FIRING.contains(node.type());
    double[] zero = new double[n];
    double[] decay;
    double[] gain;
    if (node.type().equals("Threshold")) {
      decay = zero;
      gain = all(n, i -> 1);
    } else {
      double[] tau = leaks ? Stateless.values(node, cuba ? "tau_mem" : "tau", n) : zero;
      decay = all(n, i -> leaks ? steps.decay(node.subject(), tau[i]) : 1);
      double[] r = Stateless.values(node, "r", n);
      gain = all(n, i -> r[i] * (leaks ? 1 - decay[i] : steps.dt()));
    }
    double[] resting = fires && !node.type().equals("Threshold") ? resets(node, n, steps) : zero;
    double[] leak = zero;
    if (leaks) {
      double[] v = Stateless.values(node, "v_leak", n);
      leak = all(n, i -> (1 - decay[i]) * (v[i] - resting[i]));
    }
    double[] synapse = zero;
    double[] through = gain;
    if (cuba) {
      double[] tau = Stateless.values(node, "tau_syn", n);
      double[] w = node.fields().has("w_in") ? Stateless.values(node, "w_in", n) : all(n, i -> 1);
      double[] current = all(n, i -> steps.decay(node.subject(), tau[i]));
      synapse = current;
      through = all(n, i -> gain[i] * (1 - current[i]) * w[i]);
    }
    double[] threshold = fires ? thresholds(node, n, resting, steps) : new double[0];
    return new Stateful(shape, decay, through, leak, synapse, threshold, steps.reset());
  }

  /** The shape of a node; where its numbers are meant for all neurons, that of what comes in. */
  static List<Integer> shape(NirNode node, Function<NirNode, List<Integer>> incoming) {
    List<Integer> shape = node.fields().shape(node.type().equals("Threshold") ? "threshold" : "r");
    return Flow.size(shape) == 1 ? incoming.apply(node) : shape;
  }

  private static double[] resets(NirNode node, int n, NirSteps steps) {
    double[] reset =
        node.fields().has("v_reset") ? Stateless.values(node, "v_reset", n) : new double[n];
    if (steps.reset() == Neuron.Reset.SUBTRACT_THRESHOLD
        && Arrays.stream(reset).anyMatch(v -> v != 0)) {
      throw new IllegalArgumentException(
          "%s has a v_reset other than 0, expected none where the threshold is subtracted. Maybe its metadata should say reset value."
              .formatted(node.subject()));
    }
    return reset;
  }

  /**
   * Neurons here spike at their threshold. Where they are to spike above it only, theirs is the
   * next larger number of single precision, in which networks run.
   */
  private static double[] thresholds(NirNode node, int n, double[] resting, NirSteps steps) {
    String name = node.type().equals("Threshold") ? "threshold" : "v_threshold";
    double[] given = Stateless.values(node, name, n);
    double[] threshold =
        all(n, i -> steps.spikesAt() ? given[i] - resting[i] : above(given[i] - resting[i]));
    for (int i = 0; i < n; i++) {
      if (!(threshold[i] > 0) || Double.isInfinite(threshold[i])) {
        throw new IllegalArgumentException(
            "%s has a threshold (%s) that is not above the reset potential (%s), expected one that is: neurons start there and would spike without input."
                .formatted(node.subject(), given[i], resting[i]));
      }
    }
    return threshold;
  }

  private static double above(double threshold) {
    float single = (float) threshold;
    return single > threshold ? single : Math.nextUp(single);
  }

  private static double[] all(int n, IntToDoubleFunction of) {
    double[] values = new double[n];
    Arrays.setAll(values, of);
    return values;
  }

  /** What shows its input as it is. */
  static Stateful readOut(List<Integer> shape) {
    double[] zero = new double[Flow.size(shape)];
    double[] one = all(zero.length, i -> 1);
    return new Stateful(shape, zero, one, zero, zero, new double[0], Neuron.Reset.HARD);
  }

  /** What of some input arrives at the membrane. */
  List<Route> currents(List<Route> input) {
    return Route.merged(
        input.stream()
            .flatMap(
                route -> Route.split(route.with(route.map().scaled(gain)), synapse, Route::through))
            .toList());
  }

  /** Number of neurons. */
  int size() {
    return decay.length;
  }

  /** The neurons, with a constant current. */
  Neuron neuron(double[] current) {
    Values bias = values(all(size(), i -> leak[i] + current[i]));
    return threshold.length == 0
        ? new Neuron.LeakyIntegrator(values(decay), bias)
        : new Neuron.Lif(values(threshold), values(decay), bias, reset, 0);
  }

  private static Values values(double[] values) {
    return Arrays.stream(values).allMatch(v -> v == values[0])
        ? Values.of(values[0])
        : Values.perNeuron(values);
  }
}
