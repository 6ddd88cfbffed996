package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.Channel;
import plastron.loihi.legal.TermOrder;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.coefficient.RoundedFactor;
import plastron.loihi.scale.coefficient.ScaleChoice;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.SpikeTrace;

/**
 * Turns the post side of a rule into a neuron program. Long, because every kind of statement takes
 * its scale from those before it: apart, they would hand all of this back and forth.
 */
final class NeuronCompiler {

  /** Starts the names of arrays with parameters of neurons. */
  private static final String PARAMETER = "param_";

  /** Starts the names of arrays with matrices of modulators. */
  private static final String MATRIX = "matrix_";

  private static final int FRACTION_BITS = 15;
  private static final double ONE = 1 << FRACTION_BITS;
  private static final int LARGEST_LATERAL_WEIGHT = 127;

  /**
   * Sums of lateral weights times payloads stay below this many bits, so that the gain of 8 bits
   * fits 32.
   */
  private static final int GATHER_BITS = 22;

  private static final double HEADROOM = 1.25;

  /** Third factors may grow to this many times what calibration saw. */
  private static final double FACTOR_HEADROOM = 1.2;

  private final LayerValues values;
  private final LoihiChip chip;
  private final ScaleChoice choice;
  private final Report report;
  private final List<Statement> statements = new ArrayList<>();
  private final List<ScaledArray> arrays = new ArrayList<>();
  private final Map<Symbol, Double> fullScale = new HashMap<>();
  private final TermOrder order;
  private double rateUnit = 1;
  private double factorUnit = 1;

  private NeuronCompiler(LayerValues values, LoihiChip chip, ScaleChoice choice, Report report) {
    this.values = values;
    this.chip = chip;
    this.choice = choice;
    this.report = report;
    order = new TermOrder(values.layer().source().rule());
  }

  /**
   * Compiles.
   *
   * @param stateUnit the E that 1 of the weights that carry E stands for
   */
  static CompiledNeurons compile(
      LayerValues values, LoihiChip chip, ScaleChoice choice, Report report, double stateUnit) {
    NeuronCompiler compiler = new NeuronCompiler(values, chip, choice, report);
    NeuronProgram program = compiler.program(stateUnit);
    return new CompiledNeurons(program, compiler.arrays, compiler.rateUnit, compiler.factorUnit);
  }

  private NeuronProgram program(double stateUnit) {
    for (SignalStep step : values.rule().signals()) {
      switch (step) {
        case DotStep dot when dot.matrix().axis() == Axis.SYNAPSE -> filter(dot, stateUnit);
        case DotStep dot -> gather(dot);
        case FunctionStep f ->
            throw new IllegalArgumentException(
                "Function (%s) of signal %s has no place in a neuron program."
                    .formatted(f.function().name(), f.symbol()));
        case PolynomialStep signal -> compute(signal.symbol(), signal.value(), false);
      }
    }
    values.rule().channels().forEach(this::write);
    values.rule().slots().traces().forEach(this::trail);
    for (NormalUpdate update : values.rule().states()) {
      compute(update.state(), update.next(), true);
    }
    statements.sort(Comparator.comparingInt(NeuronCompiler::rank));
    return new NeuronProgram(statements);
  }

  private static int rank(Statement statement) {
    return switch (statement) {
      case Statement.Load l -> 0;
      case Statement.Host h -> 0;
      case Statement.Rate r -> 1;
      case Statement.Trail t -> 1;
      case Statement.Filter f -> 2;
      case Statement.Gather g -> 3;
      case Compute c -> c.kept() ? 5 : 4;
      case Statement.Write w -> 6;
    };
  }

  /** The full scale of a symbol; makes its register unless a statement of its own computes it. */
  private double scale(Symbol symbol) {
    Double known = fullScale.get(symbol);
    if (known != null) {
      return known;
    }
    double full = powerOfTwo(values.room(symbol, HEADROOM));
    fullScale.put(symbol, full);
    if (symbol.role() == Role.ACTIVITY) {
      statements.add(new Statement.Rate(symbol.name(), decay(), impulse(full)));
    } else if (symbol.role() == Role.EXTERNAL) {
      statements.add(
          new Statement.Host(
              symbol.name(),
              values.layer().source().signal(symbol),
              Math.getExponent(full) - FRACTION_BITS));
    } else if (symbol.role() == Role.PARAMETER) {
      String array = PARAMETER + symbol.name();
      statements.add(new Statement.Load(symbol.name(), array));
      arrays.add(
          new ScaledArray(
              array,
              values.value(symbol),
              new Scale(full / ONE, -(1 << FRACTION_BITS), (1 << FRACTION_BITS) - 1),
              Rounding.NEAREST,
              Optional.of(symbol)));
    }
    return full;
  }

  private void filter(DotStep dot, double stateUnit) {
    double arrival = stateUnit * (1 - values.traceDecay()) / values.referenceRate() * ONE;
    RoundedFactor gain = RoundedFactor.of(arrival / scale(dot.symbol()), FRACTION_BITS);
    statements.add(
        new Statement.Filter(dot.symbol().name(), decay(), gain.mantissa(), gain.shift()));
    report.lossy(
        "L-ACCUMULATOR",
        "(%s %s)_i is the filtered current of the synapses that carry %s: a spike counts with the trace it met on arrival, one step later than in the rule."
            .formatted(dot.matrix(), dot.vector(), dot.matrix()),
        "");
  }

  private void gather(DotStep dot) {
    double sent = powerOfTwo(values.room(dot.vector(), HEADROOM));
    double[][] matrix = values.value(dot.matrix());
    double largest = LayerValues.largest(matrix);
    double unit = (largest > 0 ? largest : 1) / LARGEST_LATERAL_WEIGHT;
    int payload = payload(matrix, unit);
    double arrival = Math.scalb(unit * sent, payload);
    double full = scale(dot.symbol());
    RoundedFactor gain = RoundedFactor.above(arrival / full, RoundedFactor.NEURON_BITS);
    // The unit of the matrix is free: it makes the gain exact.
    double used = Math.scalb(gain.value() * full / sent, -payload);
    String array = MATRIX + dot.matrix().name();
    statements.add(
        new Statement.Gather(
            dot.symbol().name(),
            array,
            values.layer().source().population(dot.vector()),
            decay(),
            impulse(sent),
            payload,
            gain.mantissa(),
            gain.shift()));
    if (arrays.stream().noneMatch(a -> a.name().equals(array))) {
      arrays.add(
          new ScaledArray(
              array,
              matrix,
              new Scale(used, -LARGEST_LATERAL_WEIGHT, LARGEST_LATERAL_WEIGHT),
              Rounding.NEAREST,
              Optional.of(dot.matrix()).filter(m -> m.role() == Role.PARAMETER)));
    }
    report.lossy(
        "L-MOD-LATENCY",
        String.format(
            Locale.ROOT,
            "(%s %s)_i is made of %s, so it lacks the window's last step of %d; payloads have steps"
                + " of %.3g.",
            dot.matrix(),
            dot.vector(),
            chip.isAssisted()
                ? "rates as the embedded processors have them one step before the update, when"
                    + " learning does not wait for the sum yet"
                : "graded spikes sent one step before the update (they arrive in the next step)",
            values.interval(),
            Math.scalb(sent, payload - FRACTION_BITS)),
        "");
  }

  /** By how many bits payloads are shortened so that their sums stay exact. */
  private static int payload(double[][] matrix, double unit) {
    double worst = 0;
    for (int i = 0; i < matrix[0].length; i++) {
      double sum = 0;
      for (double[] row : matrix) {
        sum += Math.rint(Math.abs(row[i]) / unit);
      }
      worst = Math.max(worst, sum);
    }
    int payload = 0;
    while (payload < FRACTION_BITS
        && worst * ((1 << (FRACTION_BITS - payload)) - 1) >= 1 << GATHER_BITS) {
      payload++;
    }
    return payload;
  }

  private void compute(Symbol target, Polynomial value, boolean kept) {
    double full = scale(target);
    List<Fraction> fractions = new ArrayList<>();
    for (Term term : order.terms(value)) {
      double coefficient = term.coefficient() / full;
      List<Symbol> registers = new ArrayList<>();
      for (Symbol factor : order.factors(term.factors())) {
        if (factor.axis() == Axis.GLOBAL && factor.role() == Role.PARAMETER) {
          coefficient *= values.constant(factor);
        } else {
          registers.add(factor);
        }
      }
      fraction(coefficient, registers).ifPresent(fractions::add);
    }
    add(target.name(), kept, fractions);
  }

  private void add(String target, boolean kept, List<Fraction> fractions) {
    statements.add(
        new Compute(
            target,
            kept,
            fractions.isEmpty() ? List.of(new Fraction(0, 0, List.of())) : fractions));
  }

  /** A product of registers; empty for zero. */
  private Optional<Fraction> fraction(double coefficient, List<Symbol> registers) {
    double scaled = coefficient;
    for (Symbol register : registers) {
      scaled *= scale(register);
    }
    RoundedFactor gain = RoundedFactor.of(scaled * ONE, FRACTION_BITS);
    return gain.mantissa() == 0
        ? Optional.empty()
        : Optional.of(
            new Fraction(
                gain.mantissa(), -gain.shift(), registers.stream().map(Symbol::name).toList()));
  }

  private void write(Channel channel) {
    double full;
    List<Symbol> factors = order.factors(channel.factors());
    String register = factors.stream().map(Symbol::name).collect(Collectors.joining("."));
    double room = values.room(channel, FACTOR_HEADROOM);
    double largest = channel.signed() ? choice.reach() * room : room;
    if (factors.size() == 1) {
      full = scale(factors.getFirst());
    } else {
      full = powerOfTwo(values.room(channel, HEADROOM));
      add(register, false, fraction(1 / full, factors).stream().toList());
    }
    RoundedFactor gain =
        RoundedFactor.below(full / ONE * TraceScale.LARGEST / largest, RoundedFactor.NEURON_BITS);
    double unit = full / ONE / gain.value();
    statements.add(
        new Statement.Write(
            channel.positive(), register, channel.signed(), gain.mantissa(), gain.shift()));
    if (channel.signed()) {
      factorUnit = unit;
      report.reach("third factor " + channel.name(), choice, room, unit, TraceScale.LARGEST);
    } else {
      rateUnit = unit;
    }
  }

  /** Engines follow the spikes of pre neurons themselves. */
  private void trail(Variable slot, SpikeTrace trace) {
    if (slot.axis() == Variable.Axis.POST) {
      int impulse = TraceChoice.impulses(values).getOrDefault(slot, 0);
      statements.add(
          new Statement.Trail(
              slot,
              (int) Math.min(ONE - 1, (double) Math.round(trace.decay() * ONE)),
              impulse << Statement.Trail.FRACTION_BITS));
    }
  }

  private int decay() {
    return (int) Math.min(ONE - 1, (double) Math.round(values.traceDecay() * ONE));
  }

  private int impulse(double full) {
    return (int)
        Math.min(
            ONE - 1, Math.rint((1 - values.traceDecay()) / values.referenceRate() / full * ONE));
  }

  private static double powerOfTwo(double largest) {
    return Math.scalb(1.0, (int) Math.ceil(Math.log(largest) / Math.log(2) - 1e-9));
  }
}
