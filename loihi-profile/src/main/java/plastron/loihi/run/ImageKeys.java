package plastron.loihi.run;

import java.util.Map;
import java.util.stream.Stream;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.scale.TraceScale;

/** The names under which an image keeps a layer's numbers. */
public final class ImageKeys {

  public static final String DU = "du";
  public static final String DV = "dv";
  public static final String VTH = "vth";
  public static final String BIAS_MANTISSA = "bias_mant";
  public static final String BIAS_EXPONENT = "bias_exp";
  public static final String STATIC_EXPONENT = "static_weight_exp";
  public static final String PLASTIC_EXPONENT = "plastic_weight_exp";
  public static final String EPOCH = "t_epoch";
  public static final String THIRD_FACTOR = "third_factor";

  /** What a plastic weight of 1 stands for. */
  public static final String PLASTIC_UNIT = "plastic_unit";

  /** What 1 of u and v stands for. */
  public static final String VOLTAGE_UNIT = "voltage_unit";

  /** Starts of program lines. */
  public static final String PLASTIC_DW = "plastic dw = ";

  public static final String PLASTIC_DD = "plastic dd = ";
  public static final String ACCUMULATOR_DW = "accumulator dw = ";
  public static final String NEURON = "neuron ";

  private ImageKeys() {}

  /** Puts a trace into an image's numbers. */
  public static void put(Map<String, Long> integers, String name, TraceScale trace) {
    integers.put(name + "_impulse", (long) trace.impulse().whole());
    integers.put(name + "_impulse_fraction", (long) trace.impulse().fraction());
    integers.put(name + "_decay_2_30", (long) trace.decay());
  }

  static TraceParameters trace(ImageLayer layer, String name) {
    return new TraceParameters(
        new TraceImpulse(layer.integer32(name + "_impulse"), layer.integer32(name + "_impulse_fraction")),
        Math.scalb((double) layer.integer(name + "_decay_2_30"), -TraceScale.DECAY_BITS));
  }
}
