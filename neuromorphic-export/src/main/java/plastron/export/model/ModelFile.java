package plastron.export.model;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import plastron.core.network.Neuron;
import plastron.export.file.BrokenFileException;
import plastron.export.file.WholeFile;
import plastron.export.message.Entries;
import plastron.export.message.Envelope;
import plastron.export.proto.ModelProto;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.SpikeTiming;

/**
 * Models in files: all numbers exact, every rule with its declaration, so that rules of nobody's
 * catalogue survive.
 */
public final class ModelFile {

  static final Envelope ENVELOPE = new Envelope("PLASMODL", 6, "model of Plastron");

  private static final int GRAPHS = 3;

  /** Adds neurons that adapt. */
  private static final int ADAPTIVE = 4;

  /** Adds modules. */
  private static final int MODULES = 5;

  /** Adds rules that single spikes drive. */
  private static final int TIMED = 6;

  /**
   * Nested messages of the deepest expression; Protobuf's own limit of 100 is soon reached by sums
   * within sums.
   */
  private static final int DEEPEST = 2000;

  private ModelFile() {}

  /**
   * Writes a model; the file is there completely or not at all.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists
   */
  public static void write(PlasticModel model, Path file) throws IOException {
    WholeFile.create(file, bytes(model));
  }

  /** The content of a model's file. */
  public static byte[] bytes(PlasticModel model) {
    return ENVELOPE.wrap(version(model), message(model).toByteArray());
  }

  private static int version(PlasticModel model) {
    if (model.graph().sites().stream().anyMatch(site -> hasTiming(site.rule()))) {
      return TIMED;
    }
    if (!model.graph().modules().isEmpty()) {
      return MODULES;
    }
    return model.graph().populations().stream()
            .anyMatch(p -> p.neuron() instanceof Neuron.AdaptiveLif)
        ? ADAPTIVE
        : GRAPHS;
  }

  private static boolean hasTiming(PlasticityRule rule) {
    return !rule.timing().equals(SpikeTiming.NONE);
  }

  /**
   * Reads a model.
   *
   * @throws BrokenFileException if the file is something else, cut off, damaged or of another
   *     format version
   */
  public static PlasticModel read(Path file) throws IOException {
    CodedInputStream in = ENVELOPE.read(file);
    in.setRecursionLimit(DEEPEST);
    try {
      ModelProto message = ModelProto.parseFrom(in);
      in.checkLastTagWas(0);
      return model(message);
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new BrokenFileException(file, "holds no valid model: " + e.getMessage(), e);
    }
  }

  static ModelProto message(PlasticModel model) {
    Clock clock = model.graph().clock();
    ModelProto.Builder message =
        ModelProto.newBuilder()
            .setName(model.name())
            .setUpdateInterval(clock.updateInterval())
            .setReferenceRate(clock.referenceRate())
            .setGraph(GraphMessage.write(model.graph()));
    if (clock.rates() instanceof RateEstimator.ExponentialTrace(double decay)) {
      message.setTraceDecay(decay);
    }
    model.provenance().forEach((key, value) -> message.addProvenance(Entries.write(key, value)));
    return message.build();
  }

  static PlasticModel model(ModelProto message) {
    RateEstimator rates =
        message.hasTraceDecay()
            ? new RateEstimator.ExponentialTrace(message.getTraceDecay())
            : new RateEstimator.Boxcar();
    Map<String, String> provenance = Entries.read(message.getProvenanceList(), "Provenance");
    Clock clock = new Clock(message.getUpdateInterval(), rates, message.getReferenceRate());
    PlasticGraph graph =
        message.hasGraph()
            ? GraphMessage.read(message.getGraph(), clock)
            : LayersMessage.read(message, clock);
    return new PlasticModel(message.getName(), graph, provenance);
  }
}
