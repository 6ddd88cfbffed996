package plastron.export.nir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import plastron.core.check.Require;
import plastron.export.file.BrokenFileException;
import plastron.export.format.ModelImporter;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Reader;
import plastron.export.hdf5.Hdf5Superblock;
import plastron.export.nir.node.NirGraph;
import plastron.export.nir.node.NirSteps;
import plastron.export.nir.read.NirNetwork;
import plastron.export.nir.schema.PlasticitySchema;
import plastron.plasticity.model.PlasticModel;

/** Reads networks of the Neuromorphic Intermediate Representation, see docs/nir.md. */
public final class NirImporter implements ModelImporter {

  private final NirSteps steps;

  /** Reads what a file does not say about steps as {@link NirSteps#DEFAULT}. */
  public NirImporter() {
    this(NirSteps.DEFAULT);
  }

  /**
   * @param steps what a file means that does not say it
   */
  public NirImporter(NirSteps steps) {
    this.steps = Require.given("Steps of NIR files", steps);
  }

  @Override
  public String name() {
    return "nir";
  }

  @Override
  public String description() {
    return "networks of the Neuromorphic Intermediate Representation (.nir)";
  }

  @Override
  public boolean recognises(byte[] beginning) {
    return Hdf5Superblock.begins(beginning);
  }

  @Override
  public PlasticModel read(Path file) throws IOException {
    try {
      Hdf5Group content = Hdf5Reader.read(file);
      NirGraph graph = NirGraph.of(content);
      return PlasticitySchema.isIn(graph.metadata())
          ? WrittenGraph.of(content, graph).model()
          : model(graph);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BrokenFileException(
          file, "holds no NIR network that runs here: " + e.getMessage(), e);
    }
  }

  private PlasticModel model(NirGraph graph) {
    NirSteps stated = steps.with(graph.metadata());
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("NIR version", graph.version());
    provenance.put("NIR step", stated.dt() + " s");
    return new PlasticModel("nir", NirNetwork.of(graph, stated), provenance);
  }
}
