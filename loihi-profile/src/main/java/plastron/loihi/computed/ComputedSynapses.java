package plastron.loihi.computed;

import java.util.ArrayList;
import java.util.List;
import plastron.export.predict.Computation;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.SpikeUpdate;
import plastron.export.predict.ComputedRule.Update;
import plastron.export.predict.ComputedTrace;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.MeanLoss;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;

/**
 * The microcode of one group of synapses in real numbers: products floor to powers of two of the
 * weight's least bit, the sum rounds at random to a whole weight.
 *
 * @param layer whose synapses these are
 * @param plastic its learning
 * @param prefix of the names of what the group has for itself; every engine draws its own random
 *     numbers, so that no two groups share a trace
 * @param tag name of the array of tags, empty if there is none
 * @param delay name of the array of delay variables
 */
record ComputedSynapses(
    QuantizedLayer<LoihiProgram> layer,
    PlasticProgram plastic,
    String prefix,
    String tag,
    String delay) {

  /** Sums and scaled products have 15 bits and a sign, 7 of them below the weight's least bit. */
  private static final double LARGEST_SUM =
      Math.scalb(1.0, LearningScale.ACCUMULATOR_BITS - LearningScale.FRACTION_BITS);

  private static final int LARGEST_DELAY = 255;
  private static final int WEIGHT_BITS = 8;

  /** Reads the group's rule and adds what it consists of. */
  void addTo(
      MicrocodeRule rule,
      String weight,
      List<ComputedTrace> traces,
      List<Parameter> parameters,
      List<Update> updates,
      List<SpikeUpdate> timed) {
    plastic
        .traces()
        .scales()
        .forEach(
            (variable, scale) ->
                trace(
                    variable,
                    variable.axis() == Variable.Axis.PRE ? Axis.PRE : Axis.POST,
                    scale,
                    traces));
    if (rule.dt().isEmpty()) {
      parameter(Variable.T, tag, rule, parameters);
    }
    if (rule.dd().isEmpty()) {
      parameter(Variable.D, delay, rule, parameters);
    }
    SignMode mode = SignMode.MIXED;
    double step =
        1 << layer.program().arithmetic().learnedBits(new LoihiWeightFormat(mode, WEIGHT_BITS));
    Grid whole = grid(step, mode.smallest(), mode.largest() + 1 - step);
    rule.dw().ifPresent(series -> add(weight, series, rule, whole, updates, timed));
    rule.dd()
        .ifPresent(
            series ->
                add(
                    name(Variable.D),
                    series,
                    rule,
                    grid(1, -plastic.delayOffset(), LARGEST_DELAY - plastic.delayOffset()),
                    updates,
                    timed));
    Grid tags = grid(1, LearningEngine.TAG_MIN, LearningEngine.TAG_MAX);
    rule.dt().ifPresent(series -> add(name(Variable.T), series, rule, tags, updates, timed));
  }

  private static Grid grid(double step, double low, double high) {
    return new Grid(step, low, high, Rounding.RANDOM);
  }

  private void trace(Variable variable, Axis axis, TraceScale scale, List<ComputedTrace> traces) {
    Grid grid = new Grid(1, 0, TraceScale.LARGEST, Rounding.RANDOM);
    traces.add(
        new ComputedTrace(
            name(variable),
            axis,
            false,
            Math.scalb((double) scale.decay(), -TraceScale.DECAY_BITS),
            scale.meanImpulse(),
            plastic.epoch(),
            scale.shown(),
            grid,
            Grid.EXACT,
            0));
  }

  /** What nothing changes and no array has stays 0. */
  private void parameter(
      Variable variable, String array, MicrocodeRule rule, List<Parameter> parameters) {
    boolean stored = layer.hasArray(array);
    if (!stored && !rule.dw().map(series -> reads(series, variable)).orElse(false)) {
      return;
    }
    double[][] values = new double[layer.inputs()][layer.size()];
    if (stored) {
      int[][] integers = layer.array(array).values();
      for (int j = 0; j < values.length; j++) {
        for (int i = 0; i < values[j].length; i++) {
          values[j][i] = integers[j][i];
        }
      }
    }
    parameters.add(new Parameter(name(variable), Axis.SYNAPSE, values));
  }

  private static boolean reads(ProductSeries series, Variable variable) {
    return series.products().stream()
        .flatMap(product -> product.factors().stream())
        .anyMatch(factor -> factor.variable() == variable);
  }

  private void add(
      String target,
      ProductSeries series,
      MicrocodeRule rule,
      Grid grid,
      List<Update> updates,
      List<SpikeUpdate> timed) {
    List<Term> atEnd = terms(target, series, rule, Gate.U);
    if (series.products().stream().allMatch(product -> product.gate() == Gate.U)) {
      atEnd.addFirst(Term.of(1, target));
      updates.add(new Update(target, Axis.SYNAPSE, new Computation.Sum(atEnd, grid)));
    } else {
      timed.add(
          new SpikeUpdate(
              target,
              new Computation.Sum(terms(target, series, rule, Gate.X0), Grid.EXACT),
              new Computation.Sum(terms(target, series, rule, Gate.Y0), Grid.EXACT),
              new Computation.Sum(atEnd, Grid.EXACT),
              grid));
    }
  }

  private List<Term> terms(String target, ProductSeries series, MicrocodeRule rule, Gate gate) {
    List<Term> terms = new ArrayList<>();
    for (Product product : series.products()) {
      boolean isExact =
          product.factors().isEmpty() && MeanLoss.makesUp(series).filter(product::equals).isEmpty();
      Term term = term(target, product, rule, isExact);
      if (product.gate() == gate && term.coefficient() != 0) {
        terms.add(term);
      }
    }
    return terms;
  }

  private Term term(String target, Product product, MicrocodeRule rule, boolean isExact) {
    int shift = LearningScale.shiftLava(product.factorBits());
    double coefficient = Math.scalb((double) product.mantissa(), product.exponent() - shift);
    List<Computation.Factor> factors = new ArrayList<>();
    for (Factor factor : product.factors()) {
      // Delay variables stand here without their offset.
      int constant =
          factor.constant().orElse(0)
              + (factor.variable() == Variable.D ? plastic.delayOffset() : 0);
      if (isZero(factor.variable(), rule)) {
        coefficient *= constant;
      } else {
        factors.add(
            factor.variable() == Variable.W
                ? new Computation.Factor(target, constant)
                : new Computation.Factor(name(factor.variable()), constant));
      }
    }
    Grid grid =
        new Grid(Math.scalb(1.0, product.exponent()), -LARGEST_SUM, LARGEST_SUM, Rounding.DOWN);
    return new Term(coefficient, factors, isExact ? Grid.EXACT : grid);
  }

  /** Whether a variable stays at zero, so that only its constant counts. */
  private boolean isZero(Variable variable, MicrocodeRule rule) {
    return switch (variable) {
      case X1, X2 -> plastic.traces().of(variable).isOff();
      case Y1, Y2, Y3 -> plastic.traces().of(variable).isOff() && !isWritten(variable);
      case R1 -> plastic.reward().isEmpty();
      case D -> rule.dd().isEmpty() && !layer.hasArray(delay);
      case T -> tag.isEmpty();
      case W -> false;
      case X0, Y0 -> throw new IllegalStateException("No program reads (%s).".formatted(variable));
    };
  }

  private String name(Variable variable) {
    return (isWritten(variable) ? "" : prefix) + variable.symbol();
  }

  private boolean isWritten(Variable variable) {
    return switch (variable) {
      case Y1, Y2, Y3 -> plastic.writes(variable == Variable.Y3 ? Variable.Y2 : variable);
      case R1 -> true;
      default -> false;
    };
  }
}
