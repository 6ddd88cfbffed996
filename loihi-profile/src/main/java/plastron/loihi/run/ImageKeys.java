package plastron.loihi.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.program.ChipTraces;
import plastron.loihi.program.Reward;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Variable;

/** The names under which an image keeps a layer's numbers. */
public final class ImageKeys {

  /** Programmed current decay. */
  public static final String DU = "du";

  /** Voltage decay. */
  public static final String DV = "dv";

  /** Threshold mantissa. */
  public static final String VTH = "vth";

  /** Bias mantissa. */
  public static final String BIAS_MANTISSA = "bias_mant";

  /** Bias exponent. */
  public static final String BIAS_EXPONENT = "bias_exp";

  /** Weight exponent of the static synapses; of further groups with an index behind it. */
  public static final String STATIC_EXPONENT = "static_weight_exp";

  /** Weight exponent of the plastic synapses. */
  public static final String PLASTIC_EXPONENT = "plastic_weight_exp";

  /** Steps of a learning epoch. */
  public static final String EPOCH = "t_epoch";

  /** 1 if neuron programs write the post traces, else 0. */
  public static final String THIRD_FACTOR = "third_factor";

  /** What a plastic weight of 1 stands for. */
  public static final String PLASTIC_UNIT = "plastic_unit";

  /** What an accumulator weight of 1 stands for. */
  public static final String ACCUMULATOR_UNIT = "accumulator_unit";

  /** Factor of every plastic weight beside the tag's. */
  public static final String ALPHA = "alpha";

  /** Largest magnitude that the rule lets E have; absent if it has no bound. */
  public static final String STATE_BOUND = "state_bound";

  /** What 1 of u and v stands for. */
  public static final String VOLTAGE_UNIT = "voltage_unit";

  /**
   * Ends the name of the share of a rate that a trace shows where epochs lose the time of spikes; 1
   * if it is not there.
   */
  public static final String SHOWN = "_shown";

  /** Starts the rule of the synapses that carry alpha.E. */
  public static final String PLASTIC_DW = "plastic dw = ";

  /** Starts the rule of the delay variable. */
  public static final String PLASTIC_DD = "plastic dd = ";

  /** Starts the rule of the tag. */
  public static final String PLASTIC_DT = "plastic dt = ";

  /** Starts the rule of the synapses that carry E. */
  public static final String ACCUMULATOR_DW = "accumulator dw = ";

  /** Starts a statement of the neuron program. */
  public static final String NEURON = "neuron ";

  /** Starts what the reward trace follows. */
  public static final String REWARD = "reward ";

  /** What 1 of the reward trace stands for. */
  public static final String REWARD_UNIT = "r1_unit";

  /** Starts the numbers of what embedded processors do for a layer. */
  public static final String PROCESSOR = "processor_";

  /** Traces that every layer with a rule says something about, even that they stay zero. */
  public static final List<Variable> ALWAYS = List.of(Variable.X1, Variable.X2, Variable.Y1);

  private ImageKeys() {}

  /** The traces that a layer with a rule says something about. */
  public static List<Variable> traces(ImageLayer layer) {
    return ChipTraces.ALL.stream()
        .filter(
            trace ->
                ALWAYS.contains(trace) || layer.integers().containsKey(trace.symbol() + "_impulse"))
        .toList();
  }

  /** How neurons and synapses of an image compute; throws {@link BrokenImageException}. */
  public static LoihiArithmetic arithmetic(ChipImage image) {
    try {
      return LoihiArithmetic.of(image.settings());
    } catch (IllegalArgumentException e) {
      throw new BrokenImageException("Chip image: " + e.getMessage());
    }
  }

  /** Puts a trace into an image's numbers. */
  public static void put(Map<String, Long> integers, String name, TraceScale trace) {
    integers.put(name + "_impulse", (long) trace.impulse().whole());
    integers.put(name + "_impulse_fraction", (long) trace.impulse().fraction());
    integers.put(name + "_decay_2_30", (long) trace.decay());
  }

  /** Whether the layer has synapses that learn. */
  public static boolean isPlastic(ImageLayer layer) {
    return line(layer, PLASTIC_DW).isPresent();
  }

  /** What follows one of the beginnings above in the program of a layer, if a line has it. */
  public static Optional<String> line(ImageLayer layer, String beginning) {
    return layer.program().stream()
        .filter(l -> l.startsWith(beginning))
        .map(l -> l.substring(beginning.length()))
        .findFirst();
  }

  /** The neuron program, one statement a line; none if neurons do nothing beside their membrane. */
  public static List<String> statements(ImageLayer layer) {
    return layer.program().stream()
        .filter(l -> l.startsWith(NEURON))
        .map(l -> l.substring(NEURON.length()))
        .toList();
  }

  /** What the reward trace follows, if rules read it; throws {@link BrokenImageException}. */
  public static Optional<Reward> reward(ImageLayer layer) {
    return line(layer, REWARD)
        .map(source -> new Reward(Reward.Source.parse(source), layer.real(REWARD_UNIT)));
  }

  /** A trace as an image has it. */
  public static TraceParameters trace(ImageLayer layer, Variable trace) {
    if (!traces(layer).contains(trace)) {
      return TraceParameters.OFF;
    }
    String name = trace.symbol();
    return new TraceParameters(
        new TraceImpulse(
            layer.integer32(name + "_impulse"), layer.integer32(name + "_impulse_fraction")),
        Math.scalb((double) layer.integer(name + "_decay_2_30"), -TraceScale.DECAY_BITS));
  }
}
