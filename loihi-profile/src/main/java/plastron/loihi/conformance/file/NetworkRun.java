package plastron.loihi.conformance.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.conformance.Fields;
import plastron.loihi.emulator.SpikeList;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;

/**
 * A float network against the recorded spikes of a case with layers in a row.
 *
 * @param one the case
 * @param model one source, and a population for each layer
 */
record NetworkRun(VectorReader one, PlasticModel model) {

  /** Throws {@link BrokenVectorException} if the network is no row of layers of these sizes. */
  void compare(Comparison comparison) {
    int steps = Fields.steps(one);
    List<VectorReader> layers = one.objects("layers");
    int[] sizes = one.ints("sizes", layers.size() + 1, 1, Fields.LARGEST_POPULATION);
    List<Integer> row = row(sizes);
    int[][] input = Fields.spikeLists(one, "input_spikes", steps, sizes[0]);
    SpikeRaster raster = new SpikeRaster(steps, sizes[0]);
    for (int k = 0; k < steps; k++) {
      for (int neuron : input[k]) {
        raster.set(k, neuron);
      }
    }
    Recording got = PlasticRunner.of(model).run(new Input(List.of(raster), Map.of()));
    for (int l = 0; l < layers.size(); l++) {
      int size = sizes[l + 1];
      int[][] want = Fields.spikeLists(layers.get(l), "spikes", steps, size);
      int[] active = new int[size];
      for (int k = 0; k < steps; k++) {
        SpikeList spikes = new SpikeList(size);
        int count = got.spikes().get(row.get(l)).spikes(k, active);
        for (int n = 0; n < count; n++) {
          spikes.add(active[n]);
        }
        String place = "%s, layer %d, spikes at step %d".formatted(one.place(), l, k);
        Fields.spikes(comparison, spikes, want[k], size, place);
      }
    }
  }

  /** The populations in the order of the layers. */
  private List<Integer> row(int[] sizes) {
    PlasticGraph graph = model.graph();
    List<Integer> row = new ArrayList<>();
    int at = graph.inputs()[0];
    requireSize(graph.populations().get(at), sizes[0]);
    for (int l = 1; l < sizes.length; l++) {
      String from = graph.populations().get(at).name();
      List<String> next =
          graph.projections().stream()
              .filter(p -> p.from().equals(from) && !p.to().equals(from))
              .map(PlasticProjection::to)
              .distinct()
              .toList();
      if (next.size() != 1) {
        throw new BrokenVectorException(
            "population %s leads to %s, expected the one layer after it".formatted(from, next));
      }
      at = graph.index(next.getFirst());
      requireSize(graph.populations().get(at), sizes[l]);
      row.add(at);
    }
    return row;
  }

  private static void requireSize(Population population, int size) {
    if (population.size() != size) {
      throw new BrokenVectorException(
          "population %s has %d neurons, expected %d"
              .formatted(population.name(), population.size(), size));
    }
  }
}
