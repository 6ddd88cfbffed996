package plastron.tasks.plot;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.objective.Decision;

/**
 * What a network did in one trial.
 *
 * @param episode the trial
 * @param updateInterval steps per window
 * @param layers their names
 * @param spikes {@code [population]}, the input first
 * @param modulators {@code [layer][window][neuron]}; no windows if the rule has no modulator of its
 *     own
 * @param potentiation by name of the projection, {@code [window]}: mean magnitude of the plastic
 *     part of the weights
 */
record TrialRecord(
    Decision episode,
    int updateInterval,
    List<String> layers,
    List<SpikeRaster> spikes,
    List<List<float[]>> modulators,
    Map<String, double[]> potentiation) {

  /** Runs one trial from rest. */
  static TrialRecord of(LayeredModel model, Decision episode) {
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    runner.reset();
    int interval = model.updateInterval();
    SpikeRaster input = episode.input().single();
    List<List<float[]>> modulators = new ArrayList<>();
    model.layers().forEach(layer -> modulators.add(new ArrayList<>()));
    Map<String, double[]> potentiation = new LinkedHashMap<>();
    for (String projection : runner.projections()) {
      potentiation.put(projection, new double[input.steps() / interval]);
    }
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int size : model.sizes()) {
      spikes.add(new SpikeRaster(input.steps(), size));
    }
    for (int start = 0; start < input.steps(); start += interval) {
      int end = Math.min(start + interval, input.steps());
      Recording part = runner.run(part(input, start, end));
      for (int p = 0; p < spikes.size(); p++) {
        copy(part.spikes().get(p), spikes.get(p), start);
      }
      if (end - start == interval) {
        for (int l = 0; l < model.layers().size(); l++) {
          PlasticLayer layer = model.layers().get(l);
          if (hasModulator(layer)) {
            String into = layer.projectionName(PlasticLayer.FEEDFORWARD);
            modulators.get(l).add(runner.value(into, "M")[0]);
          }
        }
        Iterator<float[][]> plastic = part.traces().getFirst().iterator();
        for (double[] magnitude : potentiation.values()) {
          magnitude[start / interval] = meanMagnitude(plastic.next());
        }
      }
    }
    List<String> layers = model.layers().stream().map(PlasticLayer::name).toList();
    return new TrialRecord(episode, interval, layers, spikes, modulators, potentiation);
  }

  private static boolean hasModulator(PlasticLayer layer) {
    return layer.rule().signals().stream()
        .anyMatch(s -> s.symbol().name().equals("M") && s.symbol().axis() == Axis.POST);
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
