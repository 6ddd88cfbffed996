package plastron.export.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import plastron.export.fixedpoint.QuantizationError;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.fixedpoint.Scale;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.export.message.Entries;
import plastron.export.predict.StatedError;
import plastron.export.proto.ImageCoreProto;
import plastron.export.proto.ImageLayerProto;
import plastron.export.proto.ImagePopulationProto;
import plastron.export.proto.ImageProto;
import plastron.export.proto.IntArrayProto;
import plastron.export.proto.QuantizationErrorProto;
import plastron.export.proto.StatedErrorProto;
import plastron.export.resource.Demand;

/**
 * A chip image as a Protobuf message. Reading back gives an equal image. Long, because writing and
 * reading stand side by side, and four versions of files are read.
 */
final class ImageMessage {

  /** Name of the only spike source in version 1. */
  private static final String INPUT = "input";

  private ImageMessage() {}

  static ImageProto write(ChipImage image) {
    ImageProto.Builder message =
        ImageProto.newBuilder()
            .setProfile(image.profile())
            .setModel(image.model())
            .setUpdateInterval(image.updateInterval())
            .setSeed(image.seed())
            .putAllSettings(image.settings())
            .putAllIntegers(image.integers())
            .setCalibration(CalibrationMessage.write(image.calibration()));
    if (isChain(image)) {
      message.setInputs(image.sizes().getFirst());
      image.layers().forEach(layer -> message.addLayers(write(layer)));
    } else {
      image.populations().forEach(population -> message.addPopulations(write(population)));
      message.putAllSignals(image.signals());
      image
          .layers()
          .forEach(
              layer ->
                  message.addLayers(
                      write(layer).toBuilder().setFrom(layer.from()).setTo(layer.to())));
    }
    List<Integer> computing = computing(image.populations());
    image.cores().forEach(core -> message.addCores(write(core, computing)));
    image.usages().forEach(usage -> message.addUsages(FindingMessage.write(usage)));
    image
        .diagnostics()
        .forEach(diagnostic -> message.addDiagnostics(FindingMessage.write(diagnostic)));
    image.errors().forEach(error -> message.addErrors(write(error)));
    image.provenance().forEach((key, value) -> message.addProvenance(Entries.write(key, value)));
    return message.build();
  }

  /** Version 1 can say no more than that every layer receives from the one before, nothing else. */
  static boolean isChain(ChipImage image) {
    List<ImagePopulation> populations = image.populations();
    boolean chain =
        image.signals().isEmpty()
            && populations.size() == image.layers().size() + 1
            && populations.getFirst().name().equals(INPUT);
    for (int l = 0; chain && l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      chain =
          layer.from() == l
              && layer.to() == l + 1
              && populations.get(l + 1).name().equals(layer.name());
    }
    return chain;
  }

  private static List<Integer> computing(List<ImagePopulation> populations) {
    return IntStream.range(0, populations.size())
        .filter(p -> !populations.get(p).isSource())
        .boxed()
        .toList();
  }

  private static List<ImagePopulation> populations(ImageProto message) {
    List<ImagePopulation> populations = new ArrayList<>();
    if (message.getPopulationsCount() == 0) {
      populations.add(new ImagePopulation(INPUT, message.getInputs(), true));
      message
          .getLayersList()
          .forEach(l -> populations.add(new ImagePopulation(l.getName(), l.getSize(), false)));
    } else {
      message
          .getPopulationsList()
          .forEach(
              p -> populations.add(new ImagePopulation(p.getName(), p.getSize(), p.getSource())));
    }
    return populations;
  }

  private static List<ImageLayer> layers(ImageProto message) {
    List<ImageLayer> layers = new ArrayList<>();
    for (ImageLayerProto layer : message.getLayersList()) {
      boolean chain = message.getPopulationsCount() == 0;
      layers.add(
          read(
              layer,
              chain ? layers.size() : layer.getFrom(),
              chain ? layers.size() + 1 : layer.getTo()));
    }
    return layers;
  }

  static ChipImage read(ImageProto message) {
    List<ImagePopulation> populations = populations(message);
    List<Integer> computing = computing(populations);
    return new ChipImage(
        message.getProfile(),
        message.getModel(),
        populations,
        new TreeMap<>(message.getSignalsMap()),
        message.getUpdateInterval(),
        message.getSeed(),
        message.getSettingsMap(),
        message.getIntegersMap(),
        layers(message),
        message.getCoresList().stream().map(core -> read(core, computing)).toList(),
        message.getUsagesList().stream().map(FindingMessage::read).toList(),
        message.getDiagnosticsList().stream().map(FindingMessage::read).toList(),
        CalibrationMessage.read(message.getCalibration()),
        message.getErrorsList().stream().map(ImageMessage::read).toList(),
        Entries.read(message.getProvenanceList(), "Provenance"));
  }

  private static ImagePopulationProto write(ImagePopulation population) {
    return ImagePopulationProto.newBuilder()
        .setName(population.name())
        .setSize(population.size())
        .setSource(population.isSource())
        .build();
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

  private static ImageLayer read(ImageLayerProto message, int from, int to) {
    return new ImageLayer(
        message.getName(),
        from,
        to,
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

  private static ImageCoreProto write(ImageCore core, List<Integer> computing) {
    return ImageCoreProto.newBuilder()
        .setChip(core.chip())
        .setCore(core.core())
        .setLayer(computing.indexOf(core.population()))
        .setFrom(core.from())
        .setTo(core.to())
        .putAllDemand(core.demand().amounts())
        .build();
  }

  private static ImageCore read(ImageCoreProto message, List<Integer> computing) {
    int layer = message.getLayer();
    if (layer < 0 || layer >= computing.size()) {
      throw new IllegalArgumentException(
          "Layer of a core (%s) must be 0 to %d."
              .formatted(Integer.toUnsignedString(layer), computing.size() - 1));
    }
    return new ImageCore(
        message.getChip(),
        message.getCore(),
        computing.get(layer),
        message.getFrom(),
        message.getTo(),
        new Demand(message.getDemandMap()));
  }
}
