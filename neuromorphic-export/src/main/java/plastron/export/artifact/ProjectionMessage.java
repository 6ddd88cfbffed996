package plastron.export.artifact;

import java.util.LinkedHashMap;
import java.util.Map;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.export.proto.KernelProto;
import plastron.export.proto.ParameterProto;
import plastron.export.proto.ProjectionProto;
import plastron.export.proto.TapsProto;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayerSynapses;

/** A projection of a model as a Protobuf message. */
final class ProjectionMessage {

  private ProjectionMessage() {}

  static ProjectionProto write(LayerSynapses projection) {
    ProjectionProto.Builder message =
        ProjectionProto.newBuilder()
            .setKernel(write(projection.kernel()))
            .setDelivery(projection.delivery().name())
            .setLatency(projection.latency())
            .setFamily(projection.family().name())
            .setModulated(projection.family().isModulated())
            .setOptions(OptionsMessage.write(projection.options()))
            .setRule(RuleMessage.write(projection.rule()));
    projection.parameters().forEach((name, values) -> message.addParameters(write(name, values)));
    return message.build();
  }

  static LayerSynapses read(ProjectionProto message) {
    RuleOptions options = OptionsMessage.read(message.getOptions());
    RuleFamily family =
        StoredFamily.of(
            message.getFamily(),
            message.getModulated(),
            options,
            RuleMessage.read(message.getRule()));
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (ParameterProto parameter : message.getParametersList()) {
      if (parameters.put(parameter.getName(), read(parameter)) != null) {
        throw new IllegalArgumentException(
            "Parameter %s stands twice.".formatted(parameter.getName()));
      }
    }
    return new LayerSynapses(
        read(message.getKernel()),
        ConstantName.read(Delivery.class, message.getDelivery()),
        message.getLatency(),
        family,
        options,
        parameters);
  }

  static KernelProto write(Kernel kernel) {
    KernelProto.Builder message = KernelProto.newBuilder();
    switch (kernel) {
      case Kernel.Delta delta -> message.setDelta(true);
      case Kernel.Exponential exponential -> message.setExponentialTau(exponential.tauSteps());
      case Kernel.Alpha alpha -> message.setAlphaTau(alpha.tauSteps());
      case Kernel.Finite finite -> {
        TapsProto.Builder taps = TapsProto.newBuilder();
        for (int k = 0; k < finite.stateCount(); k++) {
          taps.addTaps(finite.at(k));
        }
        message.setFinite(taps);
      }
    }
    return message.build();
  }

  static Kernel read(KernelProto message) {
    return switch (message.getKindCase()) {
      case DELTA -> new Kernel.Delta();
      case EXPONENTIAL_TAU -> new Kernel.Exponential(message.getExponentialTau());
      case ALPHA_TAU -> new Kernel.Alpha(message.getAlphaTau());
      case FINITE ->
          new Kernel.Finite(
              message.getFinite().getTapsList().stream()
                  .mapToDouble(Double::doubleValue)
                  .toArray());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException("Kernel (nothing) must be one of four kinds.");
    };
  }

  private static ParameterProto write(String name, double[][] values) {
    ParameterProto.Builder message =
        ParameterProto.newBuilder()
            .setName(name)
            .setRows(values.length)
            .setColumns(values.length == 0 ? 0 : values[0].length);
    for (double[] row : values) {
      for (double value : row) {
        message.addValues(value);
      }
    }
    return message.build();
  }

  private static double[][] read(ParameterProto message) {
    int rows = message.getRows();
    int columns = message.getColumns();
    if (rows < 1 || columns < 1 || (long) rows * columns != message.getValuesCount()) {
      throw new IllegalArgumentException(
          "Parameter %s (%d values) must have %d rows of %d."
              .formatted(message.getName(), message.getValuesCount(), rows, columns));
    }
    double[][] values = new double[rows][columns];
    for (int k = 0; k < message.getValuesCount(); k++) {
      values[k / columns][k % columns] = message.getValues(k);
    }
    return values;
  }
}
