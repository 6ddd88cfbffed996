package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.loihi.legal.Channel;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** Turns the post side of a rule into a neuron program. Single use. */
final class NeuronCompiler {

  private static final int FRACTION_BITS = 15;
  private static final double ONE = 1 << FRACTION_BITS;
  private static final int LARGEST_LATERAL_WEIGHT = 127;

  /**
   * Sums of lateral weights times payloads stay below this many bits, so that the gain of 8 bits
   * fits 32.
   */
  private static final int GATHER_BITS = 22;

  private static final double HEADROOM = 1.25;

  private final LayerValues values;
  private final Report report;
  private final List<Statement> statements = new ArrayList<>();
  private final List<ScaledArray> arrays = new ArrayList<>();
  private final Map<Symbol, Double> fullScale = new HashMap<>();
  private double rateUnit = 1;
  private double factorUnit = 1;

  NeuronCompiler(LayerValues values, Report report) {
    this.values = values;
    this.report = report;
  }

  /** What 1 of y1 stands for. */
  double rateUnit() {
    return rateUnit;
  }

  /** What 1 of y2 and y3 stands for. */
  double factorUnit() {
    return factorUnit;
  }

  /** Matrices and vectors the program reads. */
  List<ScaledArray> arrays() {
    return List.copyOf(arrays);
  }

  /** The program; {@code accumulatorUnit} is the E that an accumulator weight of 1 stands for. */
  NeuronProgram compile(double accumulatorUnit) {
    for (SignalStep step : values.rule().signals()) {
      switch (step) {
        case DotStep dot when dot.matrix().axis() == Axis.SYNAPSE -> filter(dot, accumulatorUnit);
        case DotStep dot -> gather(dot);
        case PolynomialStep signal when signal.symbol().axis() == Axis.POST ->
            compute(signal.symbol(), signal.value(), false);
        case PolynomialStep elsewhere -> {}
      }
    }
    values.rule().channels().forEach(this::write);
    for (NormalUpdate update : values.rule().states()) {
      compute(update.state(), update.next(), true);
    }
    statements.sort(Comparator.comparingInt(NeuronCompiler::rank));
    return new NeuronProgram(statements);
  }

  private static int rank(Statement statement) {
    return switch (statement) {
      case Statement.Load l -> 0;
      case Statement.Rate r -> 1;
      case Statement.Filter f -> 2;
      case Statement.Gather g -> 3;
      case Compute c -> c.kept() ? 5 : 4;
      case Statement.Write w -> 6;
    };
  }

  /** The full scale of a post symbol; makes its register if it is an activity or a parameter. */
  private double scale(Symbol symbol) {
    Double known = fullScale.get(symbol);
    if (known != null) {
      return known;
    }
    double full = powerOfTwo(values.largest(symbol));
    fullScale.put(symbol, full);
    if (symbol.role() == Role.ACTIVITY) {
      statements.add(new Statement.Rate(symbol.name(), decay(), impulse(full)));
    } else if (symbol.role() == Role.PARAMETER) {
      String array = "param_" + symbol.name();
      statements.add(new Statement.Load(symbol.name(), array));
      arrays.add(
          new ScaledArray(
              array,
              values.value(symbol),
              new Scale(full / ONE, -(1 << FRACTION_BITS), (1 << FRACTION_BITS) - 1),
              Rounding.NEAREST));
    }
    return full;
  }

  private void filter(DotStep dot, double accumulatorUnit) {
    double full = scale(dot.symbol());
    double gain = accumulatorUnit * (1 - values.traceDecay()) / values.referenceRate() / full * ONE;
    int shift = FRACTION_BITS - 1 - Math.getExponent(gain);
    statements.add(
        new Statement.Filter(
            dot.symbol().name(), decay(), (int) Math.round(Math.scalb(gain, shift)), shift));
    report.lossy(
        "L-ACCUMULATOR",
        "(%s %s)_i is the filtered current of the synapses that carry %s: a spike counts with the trace it met on arrival, one step later than in the rule."
            .formatted(dot.matrix(), dot.vector(), dot.matrix()),
        "");
  }

  private void gather(DotStep dot) {
    double full = scale(dot.symbol());
    double sent = powerOfTwo(values.largest(dot.vector()));
    double[][] matrix = values.value(dot.matrix());
    double unit = Math.max(LayerValues.largest(matrix), Double.MIN_NORMAL) / LARGEST_LATERAL_WEIGHT;
    double worst = 0;
    for (int i = 0; i < matrix[0].length; i++) {
      double sum = 0;
      for (double[] row : matrix) {
        sum += Math.rint(Math.abs(row[i]) / unit);
      }
      worst = Math.max(worst, sum);
    }
    int payload = 0;
    while (worst * ((1 << (FRACTION_BITS - payload)) - 1) >= 1 << GATHER_BITS) {
      payload++;
    }
    double gain = Math.scalb(unit * sent / full, payload);
    int shift = 7 - Math.getExponent(gain);
    int rounded = (int) Math.floor(Math.scalb(gain, shift));
    // The unit of the matrix is free: it makes the gain exact.
    double exactUnit = Math.scalb((double) rounded, -shift - payload) * full / sent;
    double used =
        exactUnit < unit
            ? Math.scalb((double) rounded + 1, -shift - payload) * full / sent
            : exactUnit;
    int usedGain = exactUnit < unit ? rounded + 1 : rounded;
    int population =
        dot.vector().axis() == Axis.MODULATOR
            ? values.layer().source().layer().modulatorPopulation()
            : values.layer().source().index() + 1;
    statements.add(
        new Statement.Gather(
            dot.symbol().name(),
            dot.matrix().name(),
            population,
            decay(),
            impulse(sent),
            payload,
            usedGain,
            shift));
    if (arrays.stream().noneMatch(a -> a.name().equals(dot.matrix().name()))) {
      arrays.add(
          new ScaledArray(
              dot.matrix().name(),
              matrix,
              new Scale(used, -LARGEST_LATERAL_WEIGHT, LARGEST_LATERAL_WEIGHT),
              Rounding.NEAREST));
    }
    report.lossy(
        "L-MOD-LATENCY",
        String.format(
            Locale.ROOT,
            "(%s %s)_i is made of graded spikes sent one step before the update (%s), so it lacks"
                + " the window's last step of %d; payloads have steps of %.3g.",
            dot.matrix(),
            dot.vector(),
            "they arrive in the next step",
            values.interval(),
            Math.scalb(sent, payload - FRACTION_BITS)),
        "");
  }

  private void compute(Symbol target, Polynomial value, boolean kept) {
    double full = scale(target);
    List<Fraction> fractions = new ArrayList<>();
    for (Term term : value.terms()) {
      double coefficient = term.coefficient() / full;
      List<String> registers = new ArrayList<>();
      for (Symbol factor : term.factors()) {
        if (factor.axis() == Axis.GLOBAL) {
          coefficient *= values.constant(factor);
        } else {
          coefficient *= scale(factor);
          registers.add(factor.name());
        }
      }
      if (coefficient != 0) {
        int exponent = Math.getExponent(coefficient) + 1;
        int mantissa = (int) Math.rint(Math.scalb(coefficient, FRACTION_BITS - exponent));
        if (Math.abs(mantissa) == 1 << FRACTION_BITS) {
          mantissa /= 2;
          exponent++;
        }
        fractions.add(new Fraction(mantissa, exponent, registers));
      }
    }
    if (fractions.isEmpty()) {
      fractions.add(new Fraction(0, 0, List.of()));
    }
    statements.add(new Compute(target.name(), kept, fractions));
  }

  private void write(Channel channel) {
    double full;
    String register;
    double largest = Math.max(values.largest(channel), Double.MIN_NORMAL);
    if (channel.factors().size() == 1) {
      full = scale(channel.factors().getFirst());
      register = channel.factors().getFirst().name();
    } else {
      full = powerOfTwo(largest);
      register =
          "product_" + String.join("_", channel.factors().stream().map(Symbol::name).toList());
      double coefficient = 1 / full;
      for (Symbol factor : channel.factors()) {
        coefficient *= scale(factor);
      }
      int exponent = Math.getExponent(coefficient) + 1;
      int mantissa = (int) Math.rint(Math.scalb(coefficient, FRACTION_BITS - exponent));
      statements.add(
          new Compute(
              register,
              false,
              List.of(
                  new Fraction(
                      mantissa, exponent, channel.factors().stream().map(Symbol::name).toList()))));
    }
    double gain = full / ONE * TraceScale.LARGEST / largest;
    int shift = 7 - Math.getExponent(gain);
    int rounded = (int) Math.floor(Math.scalb(gain, shift));
    double unit = full / ONE / Math.scalb((double) rounded, -shift);
    statements.add(
        new Statement.Write(channel.positive(), register, channel.signed(), rounded, shift));
    if (channel.signed()) {
      factorUnit = unit;
    } else {
      rateUnit = unit;
    }
  }

  private int decay() {
    return (int) Math.round(values.traceDecay() * ONE);
  }

  private int impulse(double full) {
    return (int)
        Math.min(
            ONE - 1, Math.rint((1 - values.traceDecay()) / values.referenceRate() / full * ONE));
  }

  private static double powerOfTwo(double largest) {
    double wanted = Math.max(largest * HEADROOM, Double.MIN_NORMAL);
    return Math.scalb(1.0, (int) Math.ceil(Math.log(wanted) / Math.log(2) - 1e-9));
  }

  /** Whether the program writes y1. */
  static boolean writes(NeuronProgram program, Variable trace) {
    return program.statements().stream()
        .anyMatch(s -> s instanceof Statement.Write w && w.trace() == trace);
  }
}
