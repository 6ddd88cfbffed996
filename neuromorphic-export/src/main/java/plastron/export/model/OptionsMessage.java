package plastron.export.model;

import plastron.export.message.ConstantName;
import plastron.export.proto.OptionsProto;
import plastron.export.proto.SourceProto;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;

/** Reads the choices that make a family a rule, of models of format version 1 or 2. */
final class OptionsMessage {

  private OptionsMessage() {}

  /** Throws {@link IllegalArgumentException} if the message holds no valid choices. */
  static RuleOptions read(OptionsProto message) {
    SourceProto.Builder first = SourceProto.newBuilder().setTanh(message.getModulatorTanh());
    switch (message.getModulatorCase()) {
      case OWN_LAYER -> first.setOwnLayer(true);
      case LAYER -> first.setLayer(message.getLayer());
      case EXTERNAL_SCALAR -> first.setExternalScalar(true);
      case EXTERNAL_VECTOR -> first.setExternalVector(true);
      case CONSTANT_ONE -> first.setConstantOne(true);
      case MODULATOR_NOT_SET -> {}
    }
    ModulatorSource modulator = read(first.build());
    return new RuleOptions(
        message.getClip(),
        ConstantName.read(Axis.class, message.getAlphaAxis()),
        modulator,
        message.hasDecayModulator()
            ? read(message.getDecayModulator())
            : new ModulatorSource.OwnLayer());
  }

  private static ModulatorSource read(SourceProto message) {
    ModulatorSource source =
        switch (message.getSourceCase()) {
          case OWN_LAYER -> new ModulatorSource.OwnLayer();
          case LAYER -> new ModulatorSource.Layer(message.getLayer());
          case EXTERNAL_SCALAR -> new ModulatorSource.ExternalScalar();
          case EXTERNAL_VECTOR -> new ModulatorSource.ExternalVector();
          case CONSTANT_ONE -> new ModulatorSource.ConstantOne();
          case SOURCE_NOT_SET ->
              throw new IllegalArgumentException("Modulator (nothing) must be one of five kinds.");
        };
    return message.getTanh() ? new ModulatorSource.Tanh(source) : source;
  }
}
