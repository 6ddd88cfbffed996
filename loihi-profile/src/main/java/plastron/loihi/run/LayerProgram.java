package plastron.loihi.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.program.ChipTraces;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Variable;

/** Reads the program of a layer back from an image. */
public final class LayerProgram {

  private LayerProgram() {}

  /** The membranes. */
  public static NeuronNumbers neurons(ImageLayer layer) {
    return new NeuronNumbers(
        layer.integer32(ImageKeys.DU),
        layer.integer32(ImageKeys.DV),
        layer.integer32(ImageKeys.VTH),
        layer.integer32(ImageKeys.BIAS_MANTISSA),
        layer.integer32(ImageKeys.BIAS_EXPONENT),
        StaticGroup.of(layer).stream().map(StaticGroup::exponent).toList(),
        ImageKeys.isPlastic(layer) ? layer.integer32(ImageKeys.PLASTIC_EXPONENT) : 0,
        layer.real(ImageKeys.VOLTAGE_UNIT));
  }

  /** The learning, if any. */
  public static Optional<PlasticProgram> plastic(ImageLayer layer, LoihiChip chip) {
    if (!ImageKeys.isPlastic(layer)) {
      return Optional.empty();
    }
    List<MicrocodeRule> rules = PlasticLayerRun.rules(layer);
    List<String> statements = ImageKeys.statements(layer);
    boolean stored =
        layer.hasArray(LoihiProgram.DELAY) || layer.hasArray(LoihiProgram.ACCUMULATOR_DELAY);
    return Optional.of(
        new PlasticProgram(
            layer.to(),
            layer.integer32(ImageKeys.EPOCH),
            rules.getFirst().decimateExponent().orElse(0),
            layer.integer(ImageKeys.THIRD_FACTOR) != 0,
            traces(layer),
            rules.getFirst(),
            rules.stream().skip(1).findFirst(),
            statements.isEmpty() ? Optional.empty() : Optional.of(NeuronProgram.parse(statements)),
            ImageKeys.reward(layer),
            stored ? chip.delayOffset() : 0,
            layer.real(ImageKeys.PLASTIC_UNIT),
            layer.real(ImageKeys.ACCUMULATOR_UNIT),
            layer.reals().getOrDefault(ImageKeys.ALPHA, 1.0),
            layer.reals().getOrDefault(ImageKeys.STATE_BOUND, Double.POSITIVE_INFINITY)));
  }

  private static ChipTraces traces(ImageLayer layer) {
    Map<Variable, TraceScale> scales = new EnumMap<>(Variable.class);
    ImageKeys.traces(layer).forEach(trace -> scales.put(trace, trace(layer, trace.symbol())));
    return new ChipTraces(scales);
  }

  private static TraceScale trace(ImageLayer layer, String name) {
    return new TraceScale(
        layer.real(name + "_unit"),
        new TraceImpulse(
            layer.integer32(name + "_impulse"), layer.integer32(name + "_impulse_fraction")),
        layer.integer32(name + "_decay_2_30"),
        layer.reals().getOrDefault(name + ImageKeys.SHOWN, 1.0));
  }
}
