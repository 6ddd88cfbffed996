package plastron.export.artifact;

import plastron.export.fixedpoint.QuantizationError;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.fixedpoint.Scale;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.predict.StatedError;
import plastron.export.proto.ImageCoreProto;
import plastron.export.proto.ImageLayerProto;
import plastron.export.proto.ImageProto;
import plastron.export.proto.IntArrayProto;
import plastron.export.proto.QuantizationErrorProto;
import plastron.export.proto.StatedErrorProto;
import plastron.export.resource.Demand;

/** A chip image as a Protobuf message. Reading back gives an equal image. */
final class ImageMessage {

  private ImageMessage() {}

  static ImageProto write(ChipImage image) {
    ImageProto.Builder message =
        ImageProto.newBuilder()
            .setProfile(image.profile())
            .setModel(image.model())
            .setInputs(image.inputs())
            .setUpdateInterval(image.updateInterval())
            .setSeed(image.seed())
            .putAllIntegers(image.integers())
            .setCalibration(CalibrationMessage.write(image.calibration()));
    image.layers().forEach(layer -> message.addLayers(write(layer)));
    image.cores().forEach(core -> message.addCores(write(core)));
    image.usages().forEach(usage -> message.addUsages(FindingMessage.write(usage)));
    image
        .diagnostics()
        .forEach(diagnostic -> message.addDiagnostics(FindingMessage.write(diagnostic)));
    image.errors().forEach(error -> message.addErrors(write(error)));
    image.provenance().forEach((key, value) -> message.addProvenance(ModelFile.entry(key, value)));
    return message.build();
  }

  static ChipImage read(ImageProto message) {
    return new ChipImage(
        message.getProfile(),
        message.getModel(),
        message.getInputs(),
        message.getUpdateInterval(),
        message.getSeed(),
        message.getIntegersMap(),
        message.getLayersList().stream().map(ImageMessage::read).toList(),
        message.getCoresList().stream().map(ImageMessage::read).toList(),
        message.getUsagesList().stream().map(FindingMessage::read).toList(),
        message.getDiagnosticsList().stream().map(FindingMessage::read).toList(),
        CalibrationMessage.read(message.getCalibration()),
        message.getErrorsList().stream().map(ImageMessage::read).toList(),
        ModelFile.provenance(message.getProvenanceList()));
  }

  private static StatedErrorProto write(StatedError error) {
    return StatedErrorProto.newBuilder()
        .setLayer(error.layer())
        .setFullScale(error.fullScale())
        .setRms(error.rms())
        .setSystematic(error.systematic())
        .build();
  }

  private static StatedError read(StatedErrorProto message) {
    return new StatedError(
        message.getLayer(), message.getFullScale(), message.getRms(), message.getSystematic());
  }

  private static ImageLayerProto write(ImageLayer layer) {
    ImageLayerProto.Builder message =
        ImageLayerProto.newBuilder()
            .setName(layer.name())
            .setInputs(layer.inputs())
            .setSize(layer.size())
            .setRule(layer.rule())
            .addAllProgram(layer.program())
            .putAllIntegers(layer.integers())
            .putAllReals(layer.reals())
            .addAllReset(layer.reset());
    layer.arrays().forEach(array -> message.addArrays(write(array)));
    return message.build();
  }

  private static ImageLayer read(ImageLayerProto message) {
    return new ImageLayer(
        message.getName(),
        message.getInputs(),
        message.getSize(),
        message.getRule(),
        message.getProgramList(),
        message.getIntegersMap(),
        message.getRealsMap(),
        message.getArraysList().stream().map(ImageMessage::read).toList(),
        message.getResetList());
  }

  private static IntArrayProto write(QuantizedArray array) {
    int[][] values = array.values();
    QuantizationError error = array.error();
    IntArrayProto.Builder message =
        IntArrayProto.newBuilder()
            .setName(array.name())
            .setRows(values.length)
            .setColumns(values.length == 0 ? 0 : values[0].length)
            .setLsb(array.scale().lsb())
            .setMin(array.scale().min())
            .setMax(array.scale().max())
            .setStride(array.scale().stride())
            .setZero(array.scale().zero())
            .setError(
                QuantizationErrorProto.newBuilder()
                    .setCount(error.count())
                    .setMax(error.max())
                    .setRms(error.rms())
                    .setFullScale(error.fullScale())
                    .setSaturated(error.saturated())
                    .setVanished(error.vanished())
                    .setLost(error.lost()));
    for (int[] row : values) {
      for (int value : row) {
        message.addValues(value);
      }
    }
    return message.build();
  }

  private static QuantizedArray read(IntArrayProto message) {
    int rows = message.getRows();
    int columns = message.getColumns();
    if (rows < 1 || columns < 1 || (long) rows * columns != message.getValuesCount()) {
      throw new IllegalArgumentException(
          "Array %s (%d values) must have %d rows of %d."
              .formatted(message.getName(), message.getValuesCount(), rows, columns));
    }
    int[][] values = new int[rows][columns];
    for (int k = 0; k < message.getValuesCount(); k++) {
      values[k / columns][k % columns] = message.getValues(k);
    }
    QuantizationErrorProto error = message.getError();
    return new QuantizedArray(
        message.getName(),
        values,
        new Scale(
            message.getLsb(),
            message.getMin(),
            message.getMax(),
            // Images of older builds do not say.
            message.getStride() == 0 ? 1 : message.getStride(),
            message.getZero()),
        new QuantizationError(
            error.getCount(),
            error.getMax(),
            error.getRms(),
            error.getFullScale(),
            error.getSaturated(),
            error.getVanished(),
            error.getLost()));
  }

  private static ImageCoreProto write(ImageCore core) {
    return ImageCoreProto.newBuilder()
        .setChip(core.chip())
        .setCore(core.core())
        .setLayer(core.layer())
        .setFrom(core.from())
        .setTo(core.to())
        .putAllDemand(core.demand().amounts())
        .build();
  }

  private static ImageCore read(ImageCoreProto message) {
    return new ImageCore(
        message.getChip(),
        message.getCore(),
        message.getLayer(),
        message.getFrom(),
        message.getTo(),
        new Demand(message.getDemandMap()));
  }
}
