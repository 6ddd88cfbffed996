package plastron.export.model;

import plastron.core.network.Delivery;
import plastron.export.message.ConstantName;
import plastron.export.proto.ProjectionProto;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayerSynapses;

/** Reads a projection of a model of format version 1 or 2. */
final class ProjectionMessage {

  private ProjectionMessage() {}

  static LayerSynapses read(ProjectionProto message) {
    RuleOptions options = OptionsMessage.read(message.getOptions());
    RuleFamily family =
        StoredFamily.of(
            message.getFamily(),
            message.getModulated(),
            options,
            RuleMessage.read(message.getRule()));
    return new LayerSynapses(
        KernelMessage.read(message.getKernel()),
        ConstantName.read(Delivery.class, message.getDelivery()),
        message.getLatency(),
        family,
        options,
        ParameterMessage.read(message.getParametersList()));
  }
}
