package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.sweep.SweepOptions;

/** One layer, step by step, with explicit sums over the past. */
final class ReferenceLayer {

  /** By index of the layer's projections. */
  final List<ReferenceProjection> projections = new ArrayList<>();

  /** Potentials before any reset, {@code [step][post]}; negative infinity while held. */
  final List<double[]> potential = new ArrayList<>();

  /** Smallest distance of a potential from the threshold. */
  double margin = Double.POSITIVE_INFINITY;

  private final ReferenceTape tape;
  private final Neuron neuron;
  private final SweepOptions options;
  private final List<Var[]> own = new ArrayList<>();
  private final Var[] v;
  private final Var[] a;
  private final int[] held;

  /**
   * A layer at rest.
   *
   * @param graph in which it receives from the layer before, and perhaps from itself
   */
  ReferenceLayer(ReferenceTape tape, PlasticGraph graph, Population layer, SweepOptions options) {
    this.tape = tape;
    neuron = layer.neuron();
    this.options = options;
    for (PlasticProjection projection : graph.projections()) {
      if (projection.to().equals(layer.name())) {
        projections.add(
            new ReferenceProjection(tape, projection, graph.pre(projection), layer.size()));
      }
    }
    v = new Var[layer.size()];
    Arrays.fill(v, tape.constant(0));
    a = v.clone();
    held = new int[layer.size()];
  }

  /** One step with the weights in force, by projection; returns the layer's spikes. */
  Var[] step(Var[] preSpikes, List<Var[][]> weights) {
    int t = potential.size();
    ReferenceProjection feedforward = projections.getFirst();
    feedforward.receive(preSpikes, weights.getFirst());
    Var[] arriving = feedforward.current(t, feedforward.projection.latency());
    for (ReferenceProjection recurrent : projections.subList(1, projections.size())) {
      Var[] own = recurrent.current(t, 1 + recurrent.projection.latency());
      Var[] feed = arriving;
      arriving = new Var[v.length];
      Arrays.setAll(arriving, i -> tape.sum(feed[i], own[i]));
    }
    double[] u = new double[v.length];
    Var[] spikes =
        switch (neuron) {
          case Neuron.Srm srm -> srm(srm, arriving, u);
          case Neuron.Lif lif -> lif(lif, arriving, new Var[0], u);
          case Neuron.AdaptiveLif alif -> adaptive(alif, arriving, u);
          case Neuron.LeakyIntegrator li -> throw new AssertionError(li);
          case Neuron.SpikeSource source -> throw new AssertionError(source);
        };
    potential.add(u);
    for (int p = 1; p < projections.size(); p++) {
      projections.get(p).receive(spikes, weights.get(p));
    }
    return spikes;
  }

  private Var[] srm(Neuron.Srm neuron, Var[] arriving, double[] u) {
    Var[] spikes = new Var[u.length];
    Var[] refractory =
        own.isEmpty()
            ? new Var[0]
            : tape.response(neuron.refractory().common().orElseThrow(), own, 1);
    Var[] fed = new Var[u.length];
    for (int i = 0; i < u.length; i++) {
      Var potentialNow = arriving[i];
      if (refractory.length > 0) {
        potentialNow =
            tape.minus(
                potentialNow, tape.times(neuron.rho() * neuron.theta().uniform(), refractory[i]));
      }
      spikes[i] = spike(potentialNow, neuron.theta().uniform(), u, i);
      fed[i] = forReset(spikes[i]);
    }
    own.add(fed);
    return spikes;
  }

  private Var[] adaptive(Neuron.AdaptiveLif neuron, Var[] arriving, double[] u) {
    Var[] raised = new Var[u.length];
    Arrays.setAll(raised, i -> tape.times(neuron.adaptation().uniform(), a[i]));
    Var[] spikes = lif(neuron.lif(), arriving, raised, u);
    Arrays.setAll(
        a, i -> tape.sum(tape.times(neuron.adaptationDecay().uniform(), a[i]), spikes[i]));
    return spikes;
  }

  /**
   * @param raised how much higher thresholds are; empty: not at all
   */
  private Var[] lif(Neuron.Lif neuron, Var[] arriving, Var[] raised, double[] u) {
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
          tape.sum(
              tape.times(neuron.decay().uniform(), v[i]),
              arriving[i],
              tape.constant(neuron.bias().uniform()));
      Var compared = raised.length == 0 ? now : tape.minus(now, raised[i]);
      spikes[i] = spike(compared, neuron.theta().uniform(), u, i);
      u[i] = now.value;
      Var reset = forReset(spikes[i]);
      v[i] =
          switch (neuron.reset()) {
            case HARD -> tape.minus(now, tape.times(now, reset));
            case SUBTRACT_THRESHOLD -> tape.minus(now, tape.times(neuron.theta().uniform(), reset));
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
    projections.forEach(ReferenceProjection::detach);
    tape.detach(own);
    Arrays.setAll(v, i -> tape.detached(v[i]));
    Arrays.setAll(a, i -> tape.detached(a[i]));
  }
}
