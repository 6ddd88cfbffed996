package plastron.export.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.proto.ModuleProto;
import plastron.export.proto.PortProto;
import plastron.export.proto.ReadProto;
import plastron.export.proto.SettingProto;
import plastron.export.proto.TextsProto;
import plastron.plasticity.module.ModuleInput;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.BlockSettings;
import plastron.plasticity.rate.RateBlock;

/** A module as a Protobuf message. Reading back gives an equal module. */
final class ModuleMessage {

  private ModuleMessage() {}

  static ModuleProto write(RateModule module) {
    ModuleProto.Builder message =
        ModuleProto.newBuilder()
            .setName(module.name())
            .setBlock(module.block().kind())
            .addAllParameters(ParameterMessage.write(module.parameters()));
    BlockSettings settings = module.block().settings();
    settings
        .numbers()
        .forEach((name, value) -> message.addSettings(setting(name).setNumber(value)));
    settings.flags().forEach((name, value) -> message.addSettings(setting(name).setFlag(value)));
    settings
        .texts()
        .forEach(
            (name, values) ->
                message.addSettings(
                    setting(name).setTexts(TextsProto.newBuilder().addAllTexts(values))));
    module
        .inputs()
        .forEach(
            (port, reads) ->
                message.addPorts(
                    PortProto.newBuilder()
                        .setName(port)
                        .addAllReads(reads.stream().map(ModuleMessage::write).toList())));
    return message.build();
  }

  private static SettingProto.Builder setting(String name) {
    return SettingProto.newBuilder().setName(name);
  }

  private static ReadProto write(ModuleInput input) {
    ReadProto.Builder message = ReadProto.newBuilder();
    switch (input) {
      case ModuleInput.OfPopulation(String population) -> message.setPopulation(population);
      case ModuleInput.OfModule(String module) -> message.setModule(module);
      case ModuleInput.OfSignal(String signal, int width) ->
          message.setSignal(signal).setWidth(width);
    }
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} if the message holds no valid module. */
  static RateModule read(ModuleProto message) {
    Map<String, double[][]> parameters = ParameterMessage.read(message.getParametersList());
    BlockSettings settings = BlockSettings.NONE;
    for (SettingProto setting : message.getSettingsList()) {
      String name = setting.getName();
      settings =
          switch (setting.getKindCase()) {
            case NUMBER -> settings.with(name, setting.getNumber());
            case FLAG -> settings.with(name, setting.getFlag());
            case TEXTS -> settings.with(name, List.copyOf(setting.getTexts().getTextsList()));
            case KIND_NOT_SET ->
                throw new IllegalArgumentException(
                    "Setting %s (nothing) must be one of three kinds.".formatted(name));
          };
    }
    RateBlock block = BlockKind.named(message.getBlock()).of(settings.shaped(parameters));
    Map<String, List<ModuleInput>> inputs = new LinkedHashMap<>();
    for (PortProto port : message.getPortsList()) {
      List<ModuleInput> reads = new ArrayList<>();
      port.getReadsList().forEach(read -> reads.add(read(read)));
      if (inputs.put(port.getName(), reads) != null) {
        throw new IllegalArgumentException(
            "Input %s of module %s stands twice.".formatted(port.getName(), message.getName()));
      }
    }
    return new RateModule(message.getName(), block, inputs, parameters);
  }

  private static ModuleInput read(ReadProto message) {
    return switch (message.getKindCase()) {
      case POPULATION -> new ModuleInput.OfPopulation(message.getPopulation());
      case MODULE -> new ModuleInput.OfModule(message.getModule());
      case SIGNAL -> new ModuleInput.OfSignal(message.getSignal(), message.getWidth());
      case KIND_NOT_SET ->
          throw new IllegalArgumentException(
              "What a module reads (nothing) must be one of three kinds.");
    };
  }
}
