package plastron.export.artifact;

import java.util.Optional;
import plastron.core.network.Neuron;
import plastron.export.proto.LayerProto;
import plastron.export.proto.LifProto;
import plastron.export.proto.NeuronProto;
import plastron.export.proto.ProjectionProto;
import plastron.export.proto.SrmProto;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.PlasticLayer;

/** A layer of a model as a Protobuf message. */
final class LayerMessage {

  private LayerMessage() {}

  static LayerProto write(PlasticLayer layer) {
    ProjectionProto feedforward = ProjectionMessage.write(layer.feedforward());
    LayerProto.Builder message =
        LayerProto.newBuilder()
            .setName(layer.name())
            .setSize(layer.size())
            .setNeuron(write(layer.neuron()))
            .setKernel(feedforward.getKernel())
            .setDelivery(feedforward.getDelivery())
            .setLatency(feedforward.getLatency())
            .setFamily(feedforward.getFamily())
            .setModulated(feedforward.getModulated())
            .setOptions(feedforward.getOptions())
            .setRule(feedforward.getRule())
            .addAllParameters(feedforward.getParametersList());
    layer.recurrent().map(ProjectionMessage::write).ifPresent(message::setRecurrent);
    return message.build();
  }

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
        read(message.getNeuron()),
        ProjectionMessage.read(feedforward),
        recurrent);
  }

  private static NeuronProto write(Neuron neuron) {
    return switch (neuron) {
      case Neuron.SpikeSource source ->
          throw new IllegalArgumentException(
              "A layer's neuron (%s) is never a spike source.".formatted(source));
      case Neuron.LeakyIntegrator li ->
          throw new IllegalArgumentException(
              "A layer's neuron (%s) is never a leaky integrator.".formatted(li));
      case Neuron.Lif lif ->
          NeuronProto.newBuilder()
              .setLif(
                  LifProto.newBuilder()
                      .setTheta(lif.theta().uniform())
                      .setDecay(lif.decay().uniform())
                      .setBias(lif.bias().uniform())
                      .setReset(lif.reset().name())
                      .setRefractorySteps(lif.refractorySteps()))
              .build();
      case Neuron.Srm srm ->
          NeuronProto.newBuilder()
              .setSrm(
                  SrmProto.newBuilder()
                      .setTheta(srm.theta().uniform())
                      .setRefractory(
                          ProjectionMessage.write(srm.refractory().common().orElseThrow()))
                      .setRho(srm.rho()))
              .build();
    };
  }

  private static Neuron read(NeuronProto message) {
    return switch (message.getKindCase()) {
      case LIF ->
          new Neuron.Lif(
              message.getLif().getTheta(),
              message.getLif().getDecay(),
              message.getLif().getBias(),
              ConstantName.read(Neuron.Reset.class, message.getLif().getReset()),
              message.getLif().getRefractorySteps());
      case SRM ->
          new Neuron.Srm(
              message.getSrm().getTheta(),
              ProjectionMessage.read(message.getSrm().getRefractory()),
              message.getSrm().getRho());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException("Neuron (nothing) must be LIF or SRM.");
    };
  }
}
