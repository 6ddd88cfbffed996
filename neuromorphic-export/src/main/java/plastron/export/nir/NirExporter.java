package plastron.export.nir;

import java.util.Map;
import java.util.TreeMap;
import plastron.core.network.Neuron;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.format.ModelExporter;
import plastron.export.format.WrittenModel;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.hdf5.Hdf5Writer;
import plastron.export.nir.node.NirSteps;
import plastron.export.nir.schema.PlasticitySchema;
import plastron.export.nir.write.NirNodes;
import plastron.export.nir.write.NodeNames;
import plastron.export.nir.write.Sayable;
import plastron.plasticity.model.PlasticModel;

/** Writes networks of the Neuromorphic Intermediate Representation, see docs/nir.md. */
public final class NirExporter implements ModelExporter {

  /** What files of this exporter mean by their numbers: neurons here spike at their threshold. */
  static final NirSteps STEPS =
      new NirSteps(1e-3, NirSteps.Integration.EULER, Neuron.Reset.HARD, true, 0);

  private static final String VERSION = "1.0.8";

  @Override
  public String name() {
    return "nir";
  }

  @Override
  public String description() {
    return "a network of the Neuromorphic Intermediate Representation (.nir), for its tools";
  }

  @Override
  public WrittenModel write(PlasticModel model) {
    Diagnostics diagnostics = new Diagnostics();
    Sayable.check(model, diagnostics);
    diagnostics.throwIfRefused();
    try {
      return new WrittenModel(bytes(model), diagnostics.all());
    } catch (IllegalArgumentException e) {
      diagnostics.refuse(
          "N-TEXT",
          "model " + model.name(),
          String.valueOf(e.getMessage()),
          "Maybe simplify its rules and names.");
      diagnostics.throwIfRefused();
      throw e;
    }
  }

  private static byte[] bytes(PlasticModel model) {
    NodeNames names = new NodeNames(model.graph());
    NirNodes nodes = NirNodes.of(model, names, STEPS.dt());
    Map<String, Hdf5Node> metadata = new TreeMap<>(STEPS.metadata());
    metadata.put(PlasticitySchema.GROUP, PlasticitySchema.write(model, names));
    Map<String, Hdf5Node> graph = nodes.fields();
    graph.put("metadata", Hdf5Group.of(metadata));
    Hdf5Group file =
        Hdf5Group.of(Map.of("version", Hdf5Array.Texts.of(VERSION), "node", Hdf5Group.of(graph)));
    return Hdf5Writer.bytes(file);
  }
}
