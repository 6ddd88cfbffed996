package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.image.ImageLayer;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.rule.Variable;
import plastron.loihi.run.ImageKeys;

/**
 * Synapses that learn, as Lava's LearningDense with its rule.
 *
 * @param layer of the synapses
 * @param index of the layer
 * @param engine 0 for those with alpha.E, 1 for those with E
 */
record LearningScript(ImageLayer layer, int index, int engine) {

  /** As good as no decay: Lava divides by it. */
  private static final String ENDLESS = "1e300";

  private static final int IMPULSE_FRACTIONS = 256;

  /** Lines of Python. */
  List<String> lines(int seed) {
    boolean three = layer.integer(ImageKeys.THIRD_FACTOR) != 0;
    String dw = engine == 0 ? ImageKeys.PLASTIC_DW : ImageKeys.ACCUMULATOR_DW;
    List<String> lines = new ArrayList<>();
    lines.add("rule = Loihi%dFLearningRule(".formatted(three ? 3 : 2));
    lines.add("    dw=\"%s\",".formatted(ImageKeys.line(layer, dw).orElseThrow()));
    Optional<String> dd = ImageKeys.line(layer, ImageKeys.PLASTIC_DD).filter(d -> engine == 0);
    dd.ifPresent(d -> lines.add("    dd=\"%s\",".formatted(d)));
    Optional<String> dt = ImageKeys.line(layer, ImageKeys.PLASTIC_DT).filter(d -> engine == 0);
    dt.ifPresent(d -> lines.add("    dt=\"%s\",".formatted(d)));
    for (Variable trace : ImageKeys.traces(layer)) {
      if (!three || trace.axis() == Variable.Axis.PRE) {
        lines.add("    " + trace(trace.symbol(), ImageKeys.trace(layer, trace)));
      }
    }
    lines.add("    t_epoch=%d, rng_seed=%d)".formatted(layer.integer(ImageKeys.EPOCH), seed));
    lines.add("p[\"%s\"] = LearningDense(".formatted(Names.learning(index, engine)));
    lines.add("    weights=np.zeros((%d, %d), dtype=int),".formatted(layer.size(), layer.inputs()));
    if (engine == 0) {
      array("tag_1", LoihiProgram.TAG, lines);
    }
    array("tag_2", engine == 0 ? LoihiProgram.DELAY : LoihiProgram.ACCUMULATOR_DELAY, lines);
    lines.add(
        "    learning_rule=rule, weight_exp=%d, **EIGHT_BITS)"
            .formatted(engine == 0 ? layer.integer(ImageKeys.PLASTIC_EXPONENT) : 0));
    return lines;
  }

  private void array(String variable, String array, List<String> lines) {
    if (layer.hasArray(array)) {
      lines.add("    %s=network[\"%s\"],".formatted(variable, Names.array(index, array)));
    }
  }

  private static String trace(String name, TraceParameters trace) {
    double impulse =
        trace.impulse().whole() + (double) trace.impulse().fraction() / IMPULSE_FRACTIONS;
    String tau =
        trace.decay() == 0
            ? "0"
            : trace.decay() == 1 ? ENDLESS : Double.toString(-1 / Math.log(trace.decay()));
    return "%s_impulse=%s, %s_tau=%s,".formatted(name, impulse, name, tau);
  }
}
