package plastron.export.model;

import java.util.Optional;
import plastron.core.network.Neuron;
import plastron.core.network.Refractory;
import plastron.core.network.Values;
import plastron.export.message.ConstantName;
import plastron.export.proto.AdaptiveLifProto;
import plastron.export.proto.IntegratorProto;
import plastron.export.proto.LifProto;
import plastron.export.proto.NeuronProto;
import plastron.export.proto.SrmProto;
import plastron.export.proto.ValuesProto;

/** The neurons of a population as a Protobuf message. */
final class NeuronMessage {

  private NeuronMessage() {}

  static NeuronProto write(Neuron neuron) {
    NeuronProto.Builder message = NeuronProto.newBuilder();
    switch (neuron) {
      case Neuron.SpikeSource source -> message.setSpikeSource(true);
      case Neuron.LeakyIntegrator li ->
          message.setIntegrator(
              IntegratorProto.newBuilder()
                  .setDecays(write(li.decay()))
                  .setBiases(write(li.bias())));
      case Neuron.Lif lif -> message.setLif(write(lif));
      case Neuron.AdaptiveLif alif ->
          message.setAdaptiveLif(
              AdaptiveLifProto.newBuilder()
                  .setLif(write(alif.lif()))
                  .setAdaptations(write(alif.adaptation()))
                  .setAdaptationDecays(write(alif.adaptationDecay())));
      case Neuron.Srm srm -> message.setSrm(write(srm));
    }
    return message.build();
  }

  private static LifProto write(Neuron.Lif lif) {
    return LifProto.newBuilder()
        .setThetas(write(lif.theta()))
        .setDecays(write(lif.decay()))
        .setBiases(write(lif.bias()))
        .setReset(lif.reset().name())
        .setRefractorySteps(lif.refractorySteps())
        .build();
  }

  private static SrmProto write(Neuron.Srm srm) {
    SrmProto.Builder message =
        SrmProto.newBuilder()
            .setThetas(write(srm.theta()))
            .setBiases(write(srm.bias()))
            .setRho(srm.rho());
    switch (srm.refractory()) {
      case Refractory.Common common -> message.setRefractory(KernelMessage.write(common.kernel()));
      case Refractory.Exponentials own -> message.setRefractoryTaus(write(own.tauSteps()));
    }
    return message.build();
  }

  private static ValuesProto write(Values values) {
    ValuesProto.Builder message =
        ValuesProto.newBuilder().setPerNeuron(values instanceof Values.PerNeuron);
    values.stream().forEach(message::addValues);
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} if the message holds no valid neurons. */
  static Neuron read(NeuronProto message) {
    return switch (message.getKindCase()) {
      case SPIKE_SOURCE -> new Neuron.SpikeSource();
      case INTEGRATOR ->
          new Neuron.LeakyIntegrator(
              read(message.getIntegrator().getDecays()), read(message.getIntegrator().getBiases()));
      case LIF -> read(message.getLif());
      case ADAPTIVE_LIF -> read(message.getAdaptiveLif());
      case SRM -> read(message.getSrm());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException(
              "Neuron (nothing) must be a spike source, an integrator, LIF, adaptive LIF or SRM.");
    };
  }

  private static Neuron read(AdaptiveLifProto alif) {
    return new Neuron.AdaptiveLif(
        read(alif.getLif()), read(alif.getAdaptations()), read(alif.getAdaptationDecays()));
  }

  private static Neuron.Lif read(LifProto lif) {
    return new Neuron.Lif(
        lif.hasThetas() ? read(lif.getThetas()) : Values.of(lif.getTheta()),
        lif.hasDecays() ? read(lif.getDecays()) : Values.of(lif.getDecay()),
        lif.hasBiases() ? read(lif.getBiases()) : Values.of(lif.getBias()),
        ConstantName.read(Neuron.Reset.class, lif.getReset()),
        lif.getRefractorySteps());
  }

  private static Neuron read(SrmProto srm) {
    return new Neuron.Srm(
        srm.hasThetas() ? read(srm.getThetas()) : Values.of(srm.getTheta()),
        srm.hasRefractoryTaus()
            ? new Refractory.Exponentials(read(srm.getRefractoryTaus()))
            : new Refractory.Common(KernelMessage.read(srm.getRefractory())),
        srm.getRho(),
        srm.hasBiases() ? read(srm.getBiases()) : Values.of(0));
  }

  private static Values read(ValuesProto message) {
    double[] values = message.getValuesList().stream().mapToDouble(Double::doubleValue).toArray();
    if (message.getPerNeuron()) {
      return Values.perNeuron(values);
    }
    return Optional.of(values)
        .filter(all -> all.length == 1)
        .map(all -> Values.of(all[0]))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Values (%d of them) must be one for all neurons.".formatted(values.length)));
  }
}
