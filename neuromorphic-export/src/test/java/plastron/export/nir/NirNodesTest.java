package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.hdf5.Hdf5Reader;
import plastron.export.hdf5.Hdf5Writer;
import plastron.export.nir.write.NodeNames;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/** The nodes of a written file, read without what metadata say of rules, do what the model does. */
class NirNodesTest {

  private static final int STEPS = 40;
  private static final int MODELS = 150;

  @TempDir private Path folder;

  @Test
  void nodesAloneSpikeAsTheModel() throws IOException {
    int spikes = 0;
    for (int seed = 0; seed < MODELS; seed++) {
      PlasticModel model = RandomNirModel.fixed(seed);
      Path file = folder.resolve("nodes.nir");
      Files.write(file, new NirExporter().write(model).bytes());
      Files.write(file, Hdf5Writer.bytes(withoutPlasticity(Hdf5Reader.read(file))));
      PlasticModel read = new NirImporter().read(file);
      Recording expected = run(model.graph(), model, seed, new NodeNames(model.graph()));
      Recording got = run(model.graph(), read, seed, new NodeNames(model.graph()));
      NodeNames names = new NodeNames(model.graph());
      for (int p = 0; p < model.graph().populations().size(); p++) {
        Population population = model.graph().populations().get(p);
        int at = read.graph().index(names.population(population.name()));
        SpikeRaster raster = expected.spikes().get(p);
        assertThat(times(got.spikes().get(at)))
            .as("model %d, %s", seed, population)
            .isEqualTo(times(raster));
        spikes += population.neuron() instanceof Neuron.Lif ? times(raster).size() : 0;
        if (population.neuron() instanceof Neuron.LeakyIntegrator) {
          float[][] potentials =
              Objects.requireNonNull(got.potentials().get(names.population(population.name())));
          float[][] wanted = Objects.requireNonNull(expected.potentials().get(population.name()));
          for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < population.size(); i++) {
              assertThat(potentials[t][i])
                  .as("model %d, %s at %d", seed, population, t)
                  .isCloseTo(
                      wanted[t][i],
                      org.assertj.core.data.Offset.offset(1e-3f * (1 + Math.abs(wanted[t][i]))));
            }
          }
        }
      }
    }
    assertThat(spikes).isGreaterThan(20 * MODELS);
  }

  private static Hdf5Group withoutPlasticity(Hdf5Group file) {
    SortedMap<String, Hdf5Node> node = children(file, "node");
    SortedMap<String, Hdf5Node> metadata = children(Hdf5Group.of(node), "metadata");
    metadata.remove("plasticity");
    node.put("metadata", Hdf5Group.of(metadata));
    return Hdf5Group.of(Map.of("node", Hdf5Group.of(node)));
  }

  private static SortedMap<String, Hdf5Node> children(Hdf5Group group, String name) {
    return new TreeMap<>(((Hdf5Group) group.find(name).orElseThrow()).children());
  }

  private static List<List<Integer>> times(SpikeRaster raster) {
    List<List<Integer>> all = new ArrayList<>();
    int[] active = new int[raster.neurons()];
    for (int t = 0; t < STEPS; t++) {
      for (int k = 0; k < raster.spikes(t, active); k++) {
        all.add(List.of(t, active[k]));
      }
    }
    return all;
  }

  /** Sources get the same spikes wherever they stand. */
  private static Recording run(
      PlasticGraph original, PlasticModel model, long seed, NodeNames names) {
    List<SpikeRaster> input = new ArrayList<>();
    for (int p : model.graph().inputs()) {
      Population source = model.graph().populations().get(p);
      int at =
          Arrays.stream(original.inputs())
              .filter(
                  q -> {
                    String name = original.populations().get(q).name();
                    return name.equals(source.name())
                        || names.population(name).equals(source.name());
                  })
              .findFirst()
              .orElseThrow();
      Random random = new Random(seed * 100 + at);
      SpikeRaster raster = new SpikeRaster(STEPS, source.size());
      for (int t = 0; t < STEPS; t++) {
        for (int i = 0; i < source.size(); i++) {
          if (random.nextInt(3) == 0) {
            raster.set(t, i);
          }
        }
      }
      input.add(raster);
    }
    return PlasticRunner.of(model).run(new Input(input, Map.of()));
  }
}
