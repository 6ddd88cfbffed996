package plastron.export.artifact;

import plastron.export.proto.OptionsProto;
import plastron.export.proto.SourceProto;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;

/** The choices that make a family a rule as a Protobuf message. */
final class OptionsMessage {

  private OptionsMessage() {}

  static OptionsProto write(RuleOptions options) {
    SourceProto first = write(options.modulator());
    OptionsProto.Builder message =
        OptionsProto.newBuilder()
            .setClip(options.clip())
            .setAlphaAxis(options.alphaAxis().name())
            .setModulatorTanh(first.getTanh());
    switch (first.getSourceCase()) {
      case OWN_LAYER -> message.setOwnLayer(true);
      case LAYER -> message.setLayer(first.getLayer());
      case EXTERNAL_SCALAR -> message.setExternalScalar(true);
      case EXTERNAL_VECTOR -> message.setExternalVector(true);
      case CONSTANT_ONE -> message.setConstantOne(true);
      case SOURCE_NOT_SET -> throw new AssertionError("Every source has a kind.");
    }
    if (!(options.decayModulator() instanceof ModulatorSource.OwnLayer)) {
      message.setDecayModulator(write(options.decayModulator()));
    }
    return message.build();
  }

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

  private static SourceProto write(ModulatorSource source) {
    SourceProto.Builder message = SourceProto.newBuilder();
    switch (source) {
      case ModulatorSource.OwnLayer own -> message.setOwnLayer(true);
      case ModulatorSource.Layer(int population) -> message.setLayer(population);
      case ModulatorSource.ExternalScalar scalar -> message.setExternalScalar(true);
      case ModulatorSource.ExternalVector vector -> message.setExternalVector(true);
      case ModulatorSource.ConstantOne one -> message.setConstantOne(true);
      case ModulatorSource.Tanh(ModulatorSource of) -> message.mergeFrom(write(of)).setTanh(true);
    }
    return message.build();
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
