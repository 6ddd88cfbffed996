package plastron.export.model;

import java.util.Optional;
import plastron.export.proto.LayerProto;
import plastron.export.proto.ProjectionProto;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.PlasticLayer;

/** Reads a layer of a model of format version 1 or 2. */
final class LayerMessage {

  private LayerMessage() {}

  static PlasticLayer read(LayerProto message) {
    ProjectionProto feedforward =
        ProjectionProto.newBuilder()
            .setKernel(message.getKernel())
            .setDelivery(message.getDelivery())
            .setLatency(message.getLatency())
            .setFamily(message.getFamily())
            .setModulated(message.getModulated())
            .setOptions(message.getOptions())
            .setRule(message.getRule())
            .addAllParameters(message.getParametersList())
            .build();
    Optional<LayerSynapses> recurrent =
        message.hasRecurrent()
            ? Optional.of(ProjectionMessage.read(message.getRecurrent()))
            : Optional.empty();
    return new PlasticLayer(
        message.getName(),
        message.getSize(),
        NeuronMessage.read(message.getNeuron()),
        ProjectionMessage.read(feedforward),
        recurrent);
  }
}
