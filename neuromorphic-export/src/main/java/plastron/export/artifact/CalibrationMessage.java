package plastron.export.artifact;

import java.util.HashMap;
import java.util.Map;
import plastron.export.calibration.Calibration;
import plastron.export.calibration.LayerRanges;
import plastron.export.calibration.PopulationRanges;
import plastron.export.calibration.ValueRange;
import plastron.export.proto.CalibrationProto;
import plastron.export.proto.LayerRangesProto;
import plastron.export.proto.PopulationRangesProto;
import plastron.export.proto.ValueRangeProto;

/** A calibration as a Protobuf message. */
final class CalibrationMessage {

  private CalibrationMessage() {}

  static CalibrationProto write(Calibration calibration) {
    CalibrationProto.Builder message =
        CalibrationProto.newBuilder()
            .setEpisodes(calibration.episodes())
            .setSteps(calibration.steps());
    calibration.populations().forEach(p -> message.addPopulations(write(p)));
    calibration.layers().forEach(l -> message.addLayers(write(l)));
    return message.build();
  }

  static Calibration read(CalibrationProto message) {
    return new Calibration(
        message.getEpisodes(),
        message.getSteps(),
        message.getPopulationsList().stream().map(CalibrationMessage::read).toList(),
        message.getLayersList().stream().map(CalibrationMessage::read).toList());
  }

  private static PopulationRangesProto write(PopulationRanges ranges) {
    return PopulationRangesProto.newBuilder()
        .setName(ranges.name())
        .setMaxWindowRate(ranges.maxWindowRate())
        .setMaxTraceRate(ranges.maxTraceRate())
        .setExpectedTraceRate(ranges.expectedTraceRate())
        .setMeanRate(ranges.meanRate())
        .setMaxSpikesPerStep(ranges.maxSpikesPerStep())
        .build();
  }

  private static PopulationRanges read(PopulationRangesProto message) {
    return new PopulationRanges(
        message.getName(),
        message.getMaxWindowRate(),
        message.getMaxTraceRate(),
        // Images that were written before hold no expectation.
        Math.max(message.getMaxTraceRate(), message.getExpectedTraceRate()),
        message.getMeanRate(),
        message.getMaxSpikesPerStep());
  }

  private static LayerRangesProto write(LayerRanges ranges) {
    return LayerRangesProto.newBuilder()
        .setName(ranges.name())
        .putAllSymbols(write(ranges.symbols()))
        .putAllProducts(write(ranges.products()))
        .setPlastic(write(ranges.plastic()))
        .setWeight(write(ranges.weight()))
        .setCurrent(write(ranges.current()))
        .setPotential(write(ranges.potential()))
        .build();
  }

  private static LayerRanges read(LayerRangesProto message) {
    return new LayerRanges(
        message.getName(),
        read(message.getSymbolsMap()),
        read(message.getProductsMap()),
        read(message.getPlastic()),
        read(message.getWeight()),
        read(message.getCurrent()),
        read(message.getPotential()));
  }

  private static Map<String, ValueRangeProto> write(Map<String, ValueRange> ranges) {
    Map<String, ValueRangeProto> messages = new HashMap<>();
    ranges.forEach((name, range) -> messages.put(name, write(range)));
    return messages;
  }

  private static Map<String, ValueRange> read(Map<String, ValueRangeProto> messages) {
    Map<String, ValueRange> ranges = new HashMap<>();
    messages.forEach((name, message) -> ranges.put(name, read(message)));
    return ranges;
  }

  private static ValueRangeProto write(ValueRange range) {
    return ValueRangeProto.newBuilder()
        .setMin(range.min())
        .setMax(range.max())
        .setMeanAbsolute(range.meanAbsolute())
        .setExpected(range.expected())
        .build();
  }

  private static ValueRange read(ValueRangeProto message) {
    ValueRange seen =
        ValueRange.ofAll(message.getMin(), message.getMax(), message.getMeanAbsolute());
    // Images that were written before hold no expectation.
    return new ValueRange(
        seen.min(),
        seen.max(),
        seen.meanAbsolute(),
        Math.max(seen.maxAbsolute(), message.getExpected()));
  }
}
