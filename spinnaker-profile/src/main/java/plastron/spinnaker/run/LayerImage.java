package plastron.spinnaker.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ImageLayer;
import plastron.export.stage.QuantizedLayer;
import plastron.spinnaker.emulator.LifParameters;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.plasticity.Decay;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.LayerNumbers;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.PlasticLayer;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.scale.LayerProgram;
import plastron.spinnaker.scale.RateProgram;

/** A layer's program as the numbers and lines of a chip image, and back. */
public final class LayerImage {

  private LayerImage() {}

  /** Writes a layer. */
  public static ImageLayer write(QuantizedLayer<LayerProgram> layer) {
    LayerProgram program = layer.program();
    Map<String, Long> integers = new HashMap<>();
    writeNeuron(program, integers);
    List<String> lines = new ArrayList<>();
    program.plastic().ifPresent(plastic -> writeRule(plastic, integers, lines));
    LayerProgram.Units units = program.units();
    return new ImageLayer(
        layer.name(),
        layer.inputs(),
        layer.size(),
        layer.rule(),
        lines,
        integers,
        Map.of(
            "weight_lsb", units.weight(),
            "voltage_lsb", units.voltage(),
            "current_lsb", units.current(),
            "trace_lsb", units.trace(),
            "rate_lsb", units.rate()),
        layer.arrays(),
        program.plastic().isPresent()
            ? List.of("v", "i_exc", "i_inh", "refract", "ring", "rates", "E", "phi", "theta", "M")
            : List.of("v", "i_exc", "i_inh", "refract", "ring"));
  }

  private static void writeNeuron(LayerProgram program, Map<String, Long> integers) {
    LifParameters neuron = program.neuron();
    integers.put("ring_shift", (long) program.ringShift());
    integers.put("spikes_per_step", (long) program.spikesPerStep());
    integers.put("c_m", (long) neuron.cM());
    integers.put("tau_m", (long) neuron.tauM());
    integers.put("i_offset", (long) neuron.iOffset());
    integers.put("t_refract", (long) neuron.tRefract());
    integers.put("time_step", (long) neuron.timeStep());
    integers.put("v_thresh", (long) neuron.vThresh());
    integers.put("tau_syn", (long) neuron.tauSynExc());
  }

  private static void writeRule(
      LayerProgram.Plastic plastic, Map<String, Long> integers, List<String> lines) {
    lines.add("post " + plastic.kernel().post());
    lines.add("pre " + plastic.kernel().pre());
    lines.add("prediction " + plastic.kernel().prediction());
    lines.add("decay " + plastic.kernel().decay());
    lines.add("rates " + (plastic.rates().traced() ? "TRACED" : "COUNTED"));
    integers.put("eta", (long) plastic.coefficients().eta());
    integers.put("gain", (long) plastic.coefficients().gain());
    integers.put("eta_phi", (long) plastic.coefficients().etaPhi());
    integers.put("rate_unit", (long) plastic.rates().unit());
    integers.put("trace_decay", (long) plastic.rates().decay());
    integers.put("trace_impulse", (long) plastic.rates().impulse());
    integers.put("e_limit", (long) plastic.limit());
    integers.put("e_limit_own", plastic.ownLimit() ? 1L : 0L);
    integers.put("modulator", (long) plastic.modulator());
    KernelShifts s = plastic.shifts();
    integers.put("shift_modulator", (long) s.modulator());
    integers.put("shift_post", (long) s.postFactor());
    integers.put("shift_prediction", (long) s.prediction());
    integers.put("shift_pre", (long) s.preFactor());
    integers.put("shift_gain", (long) s.gain());
    integers.put("shift_square", (long) s.square());
    integers.put("shift_weight", (long) s.weight());
  }

  /** The neurons' parameters. */
  static LifParameters neuron(ImageLayer layer) {
    int tauSyn = layer.integer32("tau_syn");
    return new LifParameters(
        0,
        0,
        layer.integer32("c_m"),
        layer.integer32("tau_m"),
        layer.integer32("i_offset"),
        0,
        layer.integer32("t_refract"),
        0,
        layer.integer32("time_step"),
        layer.integer32("v_thresh"),
        tauSyn,
        0,
        tauSyn,
        0,
        1);
  }

  /** The synapses of a layer that learns; empty if its weights are fixed. */
  static Optional<PlasticLayer> plastic(ImageLayer layer) {
    if (layer.program().isEmpty()) {
      return Optional.empty();
    }
    PlasticKernel kernel =
        new PlasticKernel(
            choice(layer, "post", PostFactor.class),
            choice(layer, "pre", PreFactor.class),
            choice(layer, "prediction", Prediction.class),
            choice(layer, "decay", Decay.class));
    KernelShifts shifts =
        new KernelShifts(
            layer.integer32("shift_modulator"),
            layer.integer32("shift_post"),
            layer.integer32("shift_prediction"),
            layer.integer32("shift_pre"),
            layer.integer32("shift_gain"),
            layer.integer32("shift_square"),
            layer.integer32("shift_weight"));
    KernelCoefficients coefficients =
        new KernelCoefficients(
            layer.integer32("eta"),
            layer.integer32("gain"),
            layer.integer32("eta_phi"),
            rates(layer).unit());
    int[] psi = layer.hasArray("psi") ? layer.array("psi").values()[0] : new int[layer.inputs()];
    int[][] modulator = kernel.modulated() ? layer.array("W_m").values() : new int[0][];
    return Optional.of(
        new PlasticLayer(
            kernel,
            coefficients,
            shifts,
            new LayerNumbers(
                psi,
                weights(layer),
                shaped(layer, "alpha"),
                modulator,
                layer.integer32("e_limit"))));
  }

  /** How a learning layer makes rates. */
  static RateProgram rates(ImageLayer layer) {
    return new RateProgram(
        "TRACED".equals(line(layer, "rates")),
        layer.integer32("rate_unit"),
        layer.integer32("trace_decay"),
        layer.integer32("trace_impulse"));
  }

  /** The fixed weights, {@code [nPre][nPost]}, s0.15. */
  static int[][] weights(ImageLayer layer) {
    return shaped(layer, "W");
  }

  private static int[][] shaped(ImageLayer layer, String name) {
    QuantizedArray array = layer.array(name);
    boolean fits = array.values().length == layer.inputs();
    for (int[] row : array.values()) {
      fits &= row.length == layer.size();
      for (int value : row) {
        fits &= value >= Fract16.MIN && value <= Fract16.MAX;
      }
    }
    if (!fits) {
      throw new BrokenImageException(
          "Array %s of layer %s must be %d rows of %d numbers of 16 bits."
              .formatted(name, layer.name(), layer.inputs(), layer.size()));
    }
    return array.values();
  }

  private static <T extends Enum<T>> T choice(ImageLayer layer, String key, Class<T> type) {
    String value = line(layer, key);
    for (T constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw new BrokenImageException(
        "Program line %s of layer %s (%s) must be one of %s."
            .formatted(key, layer.name(), value, List.of(type.getEnumConstants())));
  }

  private static String line(ImageLayer layer, String key) {
    return layer.program().stream()
        .filter(l -> l.startsWith(key + " "))
        .map(l -> l.substring(key.length() + 1))
        .findFirst()
        .orElseThrow(
            () ->
                new BrokenImageException(
                    "Program of layer %s lacks the line (%s).".formatted(layer.name(), key)));
  }
}
