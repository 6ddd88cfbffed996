package plastron.export.artifact;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.file.BrokenFileException;
import plastron.export.file.WholeFile;
import plastron.export.proto.EntryProto;
import plastron.export.proto.ModelProto;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.model.RateEstimator;

/**
 * Models in files: all numbers exact, every rule with its declaration, so that rules of nobody's
 * catalogue survive.
 */
public final class ModelFile {

  static final Envelope ENVELOPE = new Envelope("PLASMODL", 2, "model of Plastron");

  private static final int FEEDFORWARD_VERSION = 1;
  private static final int RECURRENT_VERSION = 2;

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
  public static void write(LayeredModel model, Path file) throws IOException {
    WholeFile.create(file, bytes(model));
  }

  /** The content of a model's file. */
  public static byte[] bytes(LayeredModel model) {
    boolean recurrent = model.layers().stream().anyMatch(l -> l.recurrent().isPresent());
    int version = recurrent ? RECURRENT_VERSION : FEEDFORWARD_VERSION;
    return ENVELOPE.wrap(version, message(model).toByteArray());
  }

  /**
   * Reads a model.
   *
   * @throws BrokenFileException if the file is something else, cut off, damaged or of another
   *     format version
   */
  public static LayeredModel read(Path file) throws IOException {
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

  static ModelProto message(LayeredModel model) {
    ModelProto.Builder message =
        ModelProto.newBuilder()
            .setName(model.name())
            .setInputs(model.inputs())
            .setUpdateInterval(model.updateInterval())
            .setReferenceRate(model.referenceRate());
    if (model.rates() instanceof RateEstimator.ExponentialTrace(double decay)) {
      message.setTraceDecay(decay);
    }
    model.layers().forEach(layer -> message.addLayers(LayerMessage.write(layer)));
    model.provenance().forEach((key, value) -> message.addProvenance(entry(key, value)));
    return message.build();
  }

  static LayeredModel model(ModelProto message) {
    return new LayeredModel(
        message.getName(),
        message.getInputs(),
        message.getLayersList().stream().map(LayerMessage::read).toList(),
        message.getUpdateInterval(),
        message.hasTraceDecay()
            ? new RateEstimator.ExponentialTrace(message.getTraceDecay())
            : new RateEstimator.Boxcar(),
        message.getReferenceRate(),
        provenance(message.getProvenanceList()));
  }

  static Map<String, String> provenance(List<EntryProto> entries) {
    Map<String, String> provenance = new LinkedHashMap<>();
    for (EntryProto entry : entries) {
      if (provenance.put(entry.getKey(), entry.getValue()) != null) {
        throw new IllegalArgumentException(
            "Provenance names (%s) twice.".formatted(entry.getKey()));
      }
    }
    return provenance;
  }

  static EntryProto entry(String key, String value) {
    return EntryProto.newBuilder().setKey(key).setValue(value).build();
  }
}
