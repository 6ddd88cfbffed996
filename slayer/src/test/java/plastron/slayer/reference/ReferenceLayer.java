package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.model.PlasticLayer;
import plastron.slayer.sweep.SweepOptions;

/** One layer, step by step, with explicit sums over the past. */
final class ReferenceLayer {

  final Map<String, Var[][]> parameter = new LinkedHashMap<>();
  final ReferenceRule rule;

  /** Potentials before any reset, {@code [step][post]}; negative infinity while held. */
  final List<double[]> potential = new ArrayList<>();

  /** Smallest distance of a potential from the threshold. */
  double margin = Double.POSITIVE_INFINITY;

  private final Tape tape;
  private final PlasticLayer layer;
  private final SweepOptions options;
  private final boolean whole;
  private final List<Var[]> received = new ArrayList<>();
  private final List<Var[]> weighted = new ArrayList<>();
  private final List<Var[]> current = new ArrayList<>();
  private final List<Var[]> own = new ArrayList<>();
  private final Var[] v;
  private final int[] held;

  ReferenceLayer(Tape tape, PlasticLayer layer, int pre, SweepOptions options) {
    this.tape = tape;
    this.layer = layer;
    this.options = options;
    layer.parameters().forEach((name, value) -> parameter.put(name, leaves(value)));
    rule = new ReferenceRule(tape, layer, parameter, pre);
    whole = layer.delivery() == Delivery.TRACE;
    v = new Var[layer.size()];
    Arrays.fill(v, tape.constant(0));
    held = new int[layer.size()];
  }

  private Var[][] leaves(double[][] value) {
    Var[][] leaves = new Var[value.length][value[0].length];
    for (int r = 0; r < value.length; r++) {
      for (int c = 0; c < value[r].length; c++) {
        leaves[r][c] = tape.constant(value[r][c]);
      }
    }
    return leaves;
  }

  /** One step with the weights in force; returns the layer's spikes. */
  Var[] step(Var[] preSpikes, Var[][] weight) {
    int t = potential.size();
    received.add(preSpikes);
    weighted.add(product(preSpikes, weight));
    current.add(
        whole
            ? product(response(layer.kernel(), received, 0), weight)
            : response(layer.kernel(), weighted, 0));
    Var[] arriving = new Var[v.length];
    Arrays.fill(arriving, tape.constant(0));
    if (t >= layer.latency()) {
      arriving = current.get(t - layer.latency());
    }
    double[] u = new double[v.length];
    Var[] spikes =
        switch (layer.neuron()) {
          case Neuron.Srm srm -> srm(srm, arriving, u);
          case Neuron.Lif lif -> lif(lif, arriving, u);
          case Neuron.SpikeSource source -> throw new AssertionError(source);
        };
    potential.add(u);
    return spikes;
  }

  private Var[] product(Var[] vector, Var[][] weight) {
    Var[] product = new Var[v.length];
    for (int i = 0; i < product.length; i++) {
      List<Var> parts = new ArrayList<>();
      for (int j = 0; j < vector.length; j++) {
        parts.add(tape.times(weight[j][i], vector[j]));
      }
      product[i] = tape.sum(parts);
    }
    return product;
  }

  /**
   * {@code sum over k >= first of kernel(k) history(t-k)}, {@code t} the last step of the history
   * plus {@code first}.
   */
  private Var[] response(Kernel kernel, List<Var[]> history, int first) {
    int n = history.getLast().length;
    Var[] response = new Var[n];
    for (int i = 0; i < n; i++) {
      List<Var> parts = new ArrayList<>();
      for (int k = first; k < history.size() + first; k++) {
        parts.add(tape.times(kernel.at(k), history.get(history.size() - 1 + first - k)[i]));
      }
      response[i] = tape.sum(parts);
    }
    return response;
  }

  private Var[] srm(Neuron.Srm neuron, Var[] arriving, double[] u) {
    Var[] spikes = new Var[u.length];
    Var[] refractory = own.isEmpty() ? new Var[0] : response(neuron.refractory(), own, 1);
    Var[] fed = new Var[u.length];
    for (int i = 0; i < u.length; i++) {
      Var potentialNow = arriving[i];
      if (refractory.length > 0) {
        potentialNow =
            tape.minus(potentialNow, tape.times(neuron.rho() * neuron.theta(), refractory[i]));
      }
      spikes[i] = spike(potentialNow, neuron.theta(), u, i);
      fed[i] = forReset(spikes[i]);
    }
    own.add(fed);
    return spikes;
  }

  private Var[] lif(Neuron.Lif neuron, Var[] arriving, double[] u) {
    Var[] spikes = new Var[u.length];
    for (int i = 0; i < u.length; i++) {
      if (held[i] > 0) {
        held[i]--;
        v[i] = tape.constant(0);
        u[i] = Double.NEGATIVE_INFINITY;
        spikes[i] = tape.constant(0);
        continue;
      }
      Var now =
          tape.sum(tape.times(neuron.decay(), v[i]), arriving[i], tape.constant(neuron.bias()));
      spikes[i] = spike(now, neuron.theta(), u, i);
      Var reset = forReset(spikes[i]);
      v[i] =
          switch (neuron.reset()) {
            case HARD -> tape.minus(now, tape.times(now, reset));
            case SUBTRACT_THRESHOLD -> tape.minus(now, tape.times(neuron.theta(), reset));
          };
      held[i] = spikes[i].value == 1 ? neuron.refractorySteps() : 0;
    }
    return spikes;
  }

  private Var spike(Var now, double theta, double[] u, int i) {
    u[i] = now.value;
    margin = Math.min(margin, Math.abs(now.value - theta));
    return tape.spike(now, theta, options.surrogate());
  }

  private Var forReset(Var spike) {
    return options.throughReset() ? spike : tape.detached(spike);
  }

  /** Makes everything that the next steps remember a constant. */
  void detach() {
    rule.detach();
    for (List<Var[]> history : List.of(received, weighted, current, own)) {
      history.replaceAll(row -> Arrays.stream(row).map(tape::detached).toArray(Var[]::new));
    }
    Arrays.setAll(v, i -> tape.detached(v[i]));
  }
}
