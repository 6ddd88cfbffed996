package plastron.tasks.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;

/** Runs a model by the way forwards of its training. Records no traces. */
final class SweepRunner implements Runner {

  private final PlasticGraph graph;
  private final Sweep sweep;
  private final Tape tape;
  private final SweepState state;

  /**
   * @param sweep over a model of this graph; its owner may give it other numbers between episodes
   */
  SweepRunner(PlasticGraph graph, Sweep sweep) {
    this.graph = graph;
    this.sweep = sweep;
    tape = sweep.tape();
    state = sweep.state();
  }

  @Override
  public void reset() {
    state.clear();
  }

  @Override
  public Recording run(Input input) {
    sweep.forward(tape, state, input);
    List<SpikeRaster> spikes = new ArrayList<>();
    Map<String, float[][]> potentials = new LinkedHashMap<>();
    for (int p = 0; p < graph.populations().size(); p++) {
      Population population = graph.populations().get(p);
      // The tape uses its own again.
      spikes.add(SpikeRaster.joined(List.of(tape.spikes(p))));
      if (population.neuron() instanceof Neuron.LeakyIntegrator) {
        potentials.put(population.name(), single(tape.potentials(p)));
      }
    }
    Map<String, float[][]> outputs = new LinkedHashMap<>();
    for (int m = 0; m < graph.modules().size(); m++) {
      outputs.put(graph.modules().get(m).name(), single(tape.outputs(m)));
    }
    return new Recording(spikes, potentials, outputs, List.of(), Map.of());
  }

  private static float[][] single(double[][] rows) {
    float[][] single = new float[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      double[] row = rows[r];
      single[r] = new float[row.length];
      for (int i = 0; i < row.length; i++) {
        single[r][i] = (float) row[i];
      }
    }
    return single;
  }
}
