package plastron.spinnaker.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.predict.Computation;
import plastron.export.predict.Computation.Dot;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule;
import plastron.export.predict.ComputedRule.External;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.Signal;
import plastron.export.predict.ComputedRule.Update;
import plastron.export.predict.ComputedTrace;
import plastron.export.stage.QuantizedLayer;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.plasticity.TraceLoss;

/**
 * Reads the program of a layer back as a rule in real numbers. All quantities but the effective
 * weights are in units of their own last bit, so that every grid has steps of one and every shift
 * is a power of two. Single use.
 */
public final class RuleDecoder {

  private static final Grid WHOLE = Grid.of(1, Rounding.NEAREST);
  private static final Grid SIGNED16 = WHOLE.within(Fract16.MIN, Fract16.MAX);
  private static final Grid RATE = WHOLE.within(0, Fract16.MAX);
  private static final double SHARE = 1.0 / Fract16.COEFFICIENT_ONE;

  private final QuantizedLayer<SpinnakerProgram> layer;
  private final SpinnakerProgram.Plastic program;
  private final PlasticKernel kernel;
  private final KernelCoefficients k;
  private final KernelShifts shifts;
  private final List<ComputedTrace> traces = new ArrayList<>();
  private final List<External> externals = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();
  private final List<Update> updates = new ArrayList<>();

  private RuleDecoder(QuantizedLayer<SpinnakerProgram> layer, SpinnakerProgram.Plastic program) {
    this.layer = layer;
    this.program = program;
    kernel = program.kernel();
    k = program.coefficients();
    shifts = program.shifts();
  }

  /** The rule of a layer that learns. */
  public static ComputedRule decode(
      QuantizedLayer<SpinnakerProgram> layer, SpinnakerProgram.Plastic program) {
    return new RuleDecoder(layer, program).decode();
  }

  private ComputedRule decode() {
    traces.add(rate("x", Axis.PRE));
    traces.add(rate("y", Axis.POST));
    postFactor();
    preFactor();
    eligibility();
    parameters.add(parameter("alpha", Axis.SYNAPSE, 1));
    double step = layer.program().units().weight();
    Sum plastic =
        Sum.of(
            Grid.of(step, Rounding.NEAREST), Term.of(step * power(-shifts.weight()), "alpha", "E"));
    return new ComputedRule(traces, List.of(), externals, parameters, signals, updates, plastic);
  }

  private ComputedTrace rate(String name, Axis axis) {
    RateProgram rates = program.rates();
    if (!rates.traced()) {
      return ComputedTrace.counted(name, axis, rates.unit() * power(-rates.shift()), RATE);
    }
    return ComputedTrace.decaying(
        name,
        axis,
        rates.decay() * SHARE,
        rates.impulse() * power(-15),
        Grid.of(power(-15), Rounding.NEAREST),
        RATE);
  }

  /** {@code P}, from y, M and theta. */
  private void postFactor() {
    switch (kernel.post()) {
      case RATE -> signal("P", Axis.POST, Sum.of(WHOLE, Term.of(1, "y")));
      case MODULATED_RATE -> {
        signal("M", Axis.POST, new Dot("W_m", modulating(), SIGNED16));
        signal("P", Axis.POST, Sum.of(SIGNED16, Term.of(power(-shifts.postFactor()), "M", "y")));
      }
      case HOST_MODULATED_RATE -> {
        externals.add(new External("told", Axis.POST, program.signal()));
        signal("M", Axis.POST, Sum.of(SIGNED16, Term.of(power(-program.signalExponent()), "told")));
        signal("P", Axis.POST, Sum.of(SIGNED16, Term.of(power(-shifts.postFactor()), "M", "y")));
      }
      case SLIDING_THRESHOLD -> {
        double one = power(-shifts.postFactor());
        double coarse = power(shifts.theta() - shifts.postFactor());
        signal(
            "P",
            Axis.POST,
            Sum.of(SIGNED16, Term.of(one, "y", "y"), Term.of(-coarse, "y", "theta")));
        signal("goal", Axis.POST, Sum.of(SIGNED16, Term.of(power(-shifts.goal()), "y", "y")));
        updates.add(follow("theta", Axis.POST, "goal", k.etaTheta()));
      }
    }
  }

  /** Name of the modulating rates; adds them and their matrix. */
  private String modulating() {
    Axis axis = program.modulating().orElseThrow();
    Axis matrix =
        switch (axis) {
          case PRE -> Axis.SYNAPSE;
          case POST -> Axis.POST_POST;
          default -> Axis.MODULATOR_POST;
        };
    parameters.add(parameter("W_m", matrix, power(-shifts.modulator())));
    if (axis == Axis.MODULATOR) {
      traces.add(rate("m", Axis.MODULATOR));
    }
    return axis == Axis.PRE ? "x" : axis == Axis.POST ? "y" : "m";
  }

  /** {@code G}, from x, phi and psi. */
  private void preFactor() {
    String factor = "x";
    if (kernel.pre() == PreFactor.SLIDING_THRESHOLD) {
      double coarse = power(shifts.phi() - shifts.preFactor());
      List<Term> terms = new ArrayList<>();
      terms.add(Term.of(power(-shifts.preFactor()), "x", "x"));
      terms.add(Term.of(-coarse, "x", "phi"));
      if (layer.arrays().stream().anyMatch(a -> a.name().equals("psi"))) {
        parameters.add(parameter("psi", Axis.PRE, 1));
        terms.add(Term.of(-coarse, "x", "psi"));
      }
      signal("b", Axis.PRE, new Sum(terms, SIGNED16));
      signal("phi_goal", Axis.PRE, Sum.of(WHOLE, Term.of(power(-shifts.phi()), "x")));
      updates.add(follow("phi", Axis.PRE, "phi_goal", k.etaPhi()));
      factor = "b";
    }
    signal("G", Axis.PRE, Sum.of(WHOLE, Term.of(k.gain() * power(-shifts.gain()), factor)));
  }

  private void eligibility() {
    boolean apart = kernel.pre() != PreFactor.RATE;
    List<Term> next = new ArrayList<>();
    if (kernel.decay() == TraceLoss.CONSTANT) {
      next.add(Term.of(k.keep() * SHARE, "E"));
    } else {
      double loss = k.eta() * power(-shifts.loss());
      signal("loss", Axis.POST, Sum.of(WHOLE, Term.of(loss, "y", "y")));
      next.add(Term.of(1, "E"));
      next.add(Term.of(-SHARE, "loss", "E"));
    }
    String factor = "P";
    if (kernel.prediction() == Prediction.PER_SYNAPSE && apart) {
      double own = k.gain() * power(-shifts.own());
      signal("own", Axis.PRE, Sum.of(WHOLE, Term.of(own, "x", "x")));
      next.add(Term.of(-SHARE, "own", "E"));
    } else if (kernel.prediction() == Prediction.PER_SYNAPSE) {
      signal("p", Axis.SYNAPSE, Sum.of(WHOLE, Term.of(power(-shifts.prediction()), "E", "x")));
      signal("t", Axis.SYNAPSE, Sum.of(SIGNED16, Term.of(1, "P"), Term.of(-1, "p")));
      factor = "t";
    } else if (kernel.prediction() == Prediction.SUMMED) {
      double unit = power(shifts.prediction());
      Grid sums = Grid.of(unit, Rounding.NEAREST).within(Fract16.MIN * unit, Fract16.MAX * unit);
      signal("sum", Axis.POST, new Dot("E", "x", sums));
      if (apart) {
        double predicted = k.gain() * power(-shifts.predicted());
        signal("H", Axis.PRE, Sum.of(WHOLE, Term.of(predicted, "x")));
        next.add(Term.of(-SHARE / unit, "sum", "H"));
      } else {
        signal("t", Axis.POST, Sum.of(SIGNED16, Term.of(1, "P"), Term.of(-1 / unit, "sum")));
        factor = "t";
      }
    }
    next.add(Term.of(SHARE, factor, "G"));
    updates.add(
        new Update("E", Axis.SYNAPSE, new Sum(next, WHOLE.within(program.low(), program.high()))));
  }

  private static Update follow(String state, Axis axis, String goal, int rate) {
    return new Update(
        state, axis, Sum.of(WHOLE, Term.of(1 - rate * SHARE, state), Term.of(rate * SHARE, goal)));
  }

  private void signal(String name, Axis axis, Computation value) {
    signals.add(new Signal(name, axis, value));
  }

  private Parameter parameter(String name, Axis axis, double unit) {
    QuantizedArray array = layer.array(name);
    double[][] values =
        Arrays.stream(array.values())
            .map(row -> Arrays.stream(row).mapToDouble(raw -> raw * unit).toArray())
            .toArray(double[][]::new);
    return new Parameter(name, axis, values);
  }

  /** Two to this power. */
  private static double power(int exponent) {
    return Math.scalb(1.0, exponent);
  }
}
