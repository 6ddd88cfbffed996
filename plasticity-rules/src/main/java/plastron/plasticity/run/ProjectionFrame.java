package plastron.plasticity.run;

import java.util.Arrays;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f32.RuleFrame32;
import plastron.plasticity.f32.RuleProgram32;
import plastron.plasticity.f32.RuleShape32;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.LayeredOutline;
import plastron.plasticity.layered.PlasticLayer;

/** The rule of one projection, compiled, with the numbers it works on. Owned by one thread. */
final class ProjectionFrame {

  private final RuleDerivation rule;
  private final RuleProgram32 program;
  private final RuleFrame32 frame;
  private final int[] states;
  private final float[][][] externals;
  private final int from;
  private final int to;
  private final int modulator;

  /**
   * A frame with a projection's parameters and all states at zero.
   *
   * @param index of one of the layer's projections
   */
  ProjectionFrame(LayeredModel model, int layer, int index) {
    LayerSynapses projection = model.layers().get(layer).projections().get(index);
    int[] sizes = model.sizes();
    from = PlasticLayer.sender(layer, index);
    to = layer + 1;
    modulator = projection.modulatorPopulation();
    RuleShape32 shape = shape(projection, sizes, from, to);
    rule = RuleDerivation.of(projection.rule());
    program = new RuleProgram32(rule, shape);
    frame = new RuleFrame32(rule, shape);
    states = rule.updates().stream().map(NormalUpdate::state).mapToInt(rule::index).toArray();
    externals =
        rule.rule().symbols(Role.EXTERNAL).stream()
            .map(e -> frame.of(e.name()))
            .toArray(float[][][]::new);
    for (Symbol parameter : rule.rule().symbols(Role.PARAMETER)) {
      copy(projection.parameter(parameter.name()), frame.of(parameter.name()));
    }
  }

  private static RuleShape32 shape(LayerSynapses projection, int[] sizes, int from, int to) {
    int modulator = projection.modulatorPopulation();
    return new RuleShape32(sizes[from], sizes[to], modulator < 0 ? 0 : sizes[modulator]);
  }

  /** Bytes of a frame, its program and the weights that it gives to a network. */
  static long bytes(LayeredOutline model, int layer, int index) {
    LayerSynapses projection = model.layers().get(layer).projections().get(index);
    RuleShape32 shape =
        shape(projection, model.sizes(), PlasticLayer.sender(layer, index), layer + 1);
    RuleDerivation rule = RuleDerivation.of(projection.rule());
    return RuleFrame32.bytes(rule, shape)
        + RuleProgram32.bytes(rule, shape)
        + shape.bytes(Axis.SYNAPSE);
  }

  private static void copy(double[][] from, float[][] to) {
    for (int j = 0; j < to.length; j++) {
      for (int i = 0; i < to[j].length; i++) {
        to[j][i] = (float) from[j][i];
      }
    }
  }

  /** Lets the rule read the rates where they are kept: {@code rates[population]}, live. */
  void readRates(float[][] rates) {
    for (Symbol activity : rule.rule().symbols(Role.ACTIVITY)) {
      int population =
          switch (activity.axis()) {
            case PRE -> from;
            case POST -> to;
            case MODULATOR -> modulator;
            case GLOBAL, SYNAPSE, POST_POST, MODULATOR_POST ->
                throw new IllegalArgumentException(
                    "Activity %s of rule %s (axis %s) is not that of a population."
                        .formatted(activity, rule.rule().name(), activity.axis()));
          };
      frame.of(activity.name())[0] = rates[population];
    }
  }

  /** Whether the rule reads a value given from outside. */
  boolean isModulatedFromOutside() {
    return externals.length > 0;
  }

  /** Gives every symbol that comes from outside this value, at all its entries. */
  void setExternal(float value) {
    for (float[][] external : externals) {
      fill(external, value);
    }
  }

  /** One trace update: all states take their next values at once. */
  void update() {
    program.update(frame);
    for (int u = 0; u < states.length; u++) {
      float[][] old = frame.value[states[u]];
      frame.value[states[u]] = frame.next[u];
      frame.next[u] = old;
    }
  }

  /** Computes the effective weights. {@code out} is overwritten. */
  void weights(float[][] out) {
    program.weight(frame, out);
  }

  /** A copy of a symbol's present value, {@code [from][to]}. */
  float[][] value(String symbol) {
    return Arrays.stream(frame.of(symbol)).map(float[]::clone).toArray(float[][]::new);
  }

  /** All states and signals go to zero, and so does what comes from outside. */
  void reset() {
    for (int s = 0; s < frame.value.length; s++) {
      Role role = rule.symbols().get(s).role();
      if (role == Role.STATE || role == Role.SIGNAL || role == Role.EXTERNAL) {
        fill(frame.value[s], 0);
      }
    }
  }

  private static void fill(float[][] array, float value) {
    for (float[] row : array) {
      Arrays.fill(row, value);
    }
  }
}
