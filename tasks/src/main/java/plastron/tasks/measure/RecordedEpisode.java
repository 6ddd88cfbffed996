package plastron.tasks.measure;

import java.util.ArrayList;
import java.util.List;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.sweep.Observed;

/**
 * What a runner recorded of an episode, as those see it who judge sweeps.
 *
 * @param graph the network, whose populations the recording has
 * @param recording of the whole episode
 */
public record RecordedEpisode(PlasticGraph graph, Recording recording) implements Observed {

  @Override
  public SpikeRaster spikes(int population) {
    return recording.spikes().get(population);
  }

  @Override
  public double[][] potentials(int population) {
    String name = graph.populations().get(population).name();
    float[][] recorded = recording.potentials().get(name);
    if (recorded == null) {
      throw new IllegalArgumentException(
          "Population (%s) has no potentials in the recording, which has those of %s."
              .formatted(name, recording.potentials().keySet()));
    }
    return copy(recorded);
  }

  @Override
  public double[][] outputs(int module) {
    String name = graph.modules().get(module).name();
    float[][] recorded = recording.outputs().get(name);
    if (recorded == null) {
      throw new IllegalArgumentException(
          "Module (%s) has no outputs in the recording, which has those of %s."
              .formatted(name, recording.outputs().keySet()));
    }
    return copy(recorded);
  }

  private static double[][] copy(float[][] recorded) {
    List<double[]> rows = new ArrayList<>(recorded.length);
    for (float[] row : recorded) {
      double[] copy = new double[row.length];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = row[i];
      }
      rows.add(copy);
    }
    return rows.toArray(double[][]::new);
  }
}
