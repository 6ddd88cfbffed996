package plastron.tasks.conformance.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plastron.core.event.EventSimulation;
import plastron.core.simulate.Engine;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SpikeTrains;
import plastron.core.spikes.SpikeClock;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceResult;
import plastron.tasks.conformance.simulation.TinyNetwork.ExpectedSpike;
import plastron.tasks.conformance.simulation.TinyNetwork.ExpectedTrace;
import plastron.tasks.conformance.simulation.TinyNetwork.ExpectedWeight;

/** Runs a small network and compares. */
final class TinyComparison {

  private static final double TOLERANCE = 1e-10;
  private static final double TIME_MS = 1e-9;

  private final TinyNetwork network;
  private final Comparison comparison = new Comparison();

  TinyComparison(TinyNetwork network) {
    this.network = network;
  }

  ConformanceResult result() {
    comparison.nextCase();
    Engine engine = engine();
    List<PotentialProbe> probes = new ArrayList<>();
    for (ExpectedTrace trace : network.traces()) {
      probes.add(engine.probe(TinyNetwork.NEURONS, trace.neuron()));
    }
    engine.run(Math.round(network.durationMs() / network.dtMs()));
    SpikeTrains spikes = engine.takeSpikes(TinyNetwork.NEURONS);
    if (network.isPrecise()) {
      precise(spikes);
    } else {
      spikes(spikes);
    }
    for (int k = 0; k < probes.size(); k++) {
      potentials(network.traces().get(k), probes.get(k).potentialsMv());
    }
    network.weights().ifPresent(expected -> weights(engine, expected));
    return comparison.result();
  }

  private Engine engine() {
    return network.isPrecise()
        ? new EventSimulation(network.circuit(), network.dtMs(), 0, new SpikeClock.Exact())
        : new Simulation(network.circuit(), network.dtMs(), 0, 1);
  }

  private void precise(SpikeTrains got) {
    List<ExpectedSpike> want = network.spikes();
    comparison.exact(got.size(), want.size(), () -> "number of spikes");
    for (int k = 0; k < Math.min(got.size(), want.size()); k++) {
      int spike = k;
      comparison.within(
          Math.abs(got.timeMs(k) - want.get(k).timeMs()), TIME_MS, () -> "time of spike " + spike);
      comparison.exact(got.neuron(k), want.get(k).neuron(), () -> "neuron of spike " + spike);
    }
  }

  private void spikes(SpikeTrains got) {
    List<ExpectedSpike> want = network.spikes();
    comparison.exact(got.size(), want.size(), () -> "number of spikes");
    for (int k = 0; k < Math.min(got.size(), want.size()); k++) {
      int spike = k;
      comparison.exact(
          got.step(k),
          Math.round(want.get(k).timeMs() / network.dtMs()),
          () -> "step of spike " + spike);
      comparison.exact(got.neuron(k), want.get(k).neuron(), () -> "neuron of spike " + spike);
    }
  }

  private void potentials(ExpectedTrace want, double[] got) {
    double[] potentials = want.potentialsMv();
    for (int k = 0; k < potentials.length; k++) {
      int step = k + 1;
      double v = k < got.length ? got[k] : Double.NaN;
      comparison.within(
          relative(v, potentials[k]),
          TOLERANCE,
          () -> "potential of neuron %d after step %d".formatted(want.neuron(), step));
    }
  }

  private void weights(Engine simulation, List<ExpectedWeight> expected) {
    List<ExpectedWeight> got = new ArrayList<>();
    simulation.weights(
        TinyNetwork.PLASTIC,
        (pre, post, delay, weight) -> got.add(new ExpectedWeight(pre, post, weight, delay)));
    Comparator<ExpectedWeight> order =
        Comparator.comparingInt(ExpectedWeight::pre)
            .thenComparingInt(ExpectedWeight::post)
            .thenComparingInt(ExpectedWeight::delaySteps)
            .thenComparingDouble(ExpectedWeight::weight);
    List<ExpectedWeight> want = expected.stream().sorted(order).toList();
    got.sort(order);
    comparison.exact(got.size(), want.size(), () -> "number of weights");
    for (int k = 0; k < Math.min(got.size(), want.size()); k++) {
      ExpectedWeight w = want.get(k);
      ExpectedWeight g = got.get(k);
      boolean same = g.pre() == w.pre() && g.post() == w.post() && g.delaySteps() == w.delaySteps();
      comparison.within(
          same ? relative(g.weight(), w.weight()) : Double.NaN,
          TOLERANCE,
          () -> "weight from neuron %d to %d".formatted(w.pre(), w.post()));
    }
  }

  private static double relative(double got, double want) {
    return got == want ? 0 : Math.abs(got - want) / Math.abs(want);
  }
}
