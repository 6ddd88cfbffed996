package plastron.tasks.plot;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.measure.EpisodeRunners;

/**
 * What a network did in one trial.
 *
 * @param graph the network
 * @param steps of the trial
 * @param spikes by population
 * @param potentials by name of leaky integrator, {@code [step][neuron]}
 * @param modulators by name of population, {@code [window][neuron]}: the modulator of the first
 *     rule at that population which has one of its own
 * @param potentiation by name of projection, {@code [window]}: mean magnitude of the plastic part
 *     of the weights
 */
record TrialRecord(
    PlasticGraph graph,
    int steps,
    List<SpikeRaster> spikes,
    Map<String, double[][]> potentials,
    Map<String, List<float[]>> modulators,
    Map<String, double[]> potentiation) {

  /** Runs one trial from rest. */
  static TrialRecord of(PlasticModel model, Input input) {
    TrialRecord record = empty(model.graph(), input.steps());
    PlasticRunner runner = EpisodeRunners.simulator(model).withTraces(true);
    runner.reset();
    int interval = record.updateInterval();
    for (int start = 0; start < input.steps(); start += interval) {
      int end = Math.min(start + interval, input.steps());
      Recording part = runner.run(part(input, start, end, start / interval));
      record.copy(part, start);
      if (end - start == interval) {
        record.window(runner, part, start / interval);
      }
    }
    return record;
  }

  private static TrialRecord empty(PlasticGraph graph, int steps) {
    List<SpikeRaster> spikes = new ArrayList<>();
    Map<String, double[][]> potentials = new LinkedHashMap<>();
    for (Population population : graph.populations()) {
      spikes.add(new SpikeRaster(steps, population.size()));
      if (population.neuron() instanceof Neuron.LeakyIntegrator) {
        potentials.put(population.name(), new double[steps][population.size()]);
      }
    }
    Map<String, double[]> potentiation = new LinkedHashMap<>();
    int windows = steps / graph.clock().updateInterval();
    graph.projections().forEach(p -> potentiation.put(p.name(), new double[windows]));
    return new TrialRecord(graph, steps, spikes, potentials, new LinkedHashMap<>(), potentiation);
  }

  /** Steps of a window. */
  int updateInterval() {
    return graph.clock().updateInterval();
  }

  private void copy(Recording part, int start) {
    for (int p = 0; p < spikes.size(); p++) {
      copy(part.spikes().get(p), spikes.get(p), start);
    }
    part.potentials()
        .forEach(
            (population, rows) -> {
              double[][] whole = potentials.getOrDefault(population, new double[0][]);
              for (int t = 0; t < rows.length; t++) {
                for (int i = 0; i < rows[t].length; i++) {
                  whole[start + t][i] = rows[t][i];
                }
              }
            });
  }

  private void window(PlasticRunner runner, Recording part, int window) {
    for (RuleSite site : graph.sites()) {
      List<float[]> known = modulators.getOrDefault(site.to(), List.of());
      if (hasModulator(site) && known.size() == window) {
        modulators
            .computeIfAbsent(site.to(), to -> new ArrayList<>())
            .add(runner.value(site.name(), "M")[0]);
      }
    }
    Iterator<float[][]> plastic = part.traces().getFirst().iterator();
    for (double[] magnitude : potentiation.values()) {
      magnitude[window] = meanMagnitude(plastic.next());
    }
  }

  private static boolean hasModulator(RuleSite site) {
    return site.rule().signals().stream()
        .anyMatch(s -> s.symbol().name().equals("M") && s.symbol().axis() == Axis.POST);
  }

  private static Input part(Input whole, int start, int end, int window) {
    List<SpikeRaster> spikes = whole.spikes().stream().map(s -> part(s, start, end)).toList();
    Map<String, Signal> signals = new LinkedHashMap<>();
    whole.signals().forEach((name, signal) -> signals.put(name, at(signal, window)));
    return new Input(spikes, signals);
  }

  /** The value of one window alone; 0 behind the signal's end. */
  private static Signal at(Signal signal, int window) {
    double[] values = new double[signal.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = signal.at(window, i);
    }
    return Signal.perNeuron(values);
  }

  private static SpikeRaster part(SpikeRaster whole, int start, int end) {
    SpikeRaster part = new SpikeRaster(end - start, whole.neurons());
    for (int t = start; t < end; t++) {
      for (int i = 0; i < whole.neurons(); i++) {
        if (whole.get(t, i)) {
          part.set(t - start, i);
        }
      }
    }
    return part;
  }

  private static void copy(SpikeRaster part, SpikeRaster whole, int start) {
    for (int t = 0; t < part.steps(); t++) {
      for (int i = 0; i < part.neurons(); i++) {
        if (part.get(t, i)) {
          whole.set(start + t, i);
        }
      }
    }
  }

  private static double meanMagnitude(float[][] matrix) {
    double sum = 0;
    int count = 0;
    for (float[] row : matrix) {
      for (float v : row) {
        sum += Math.abs(v);
        count++;
      }
    }
    return sum / count;
  }
}
