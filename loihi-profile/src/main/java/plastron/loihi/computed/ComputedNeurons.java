package plastron.loihi.computed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.export.predict.Computation;
import plastron.export.predict.Computation.Dot;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule.External;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.Signal;
import plastron.export.predict.ComputedRule.Update;
import plastron.export.predict.ComputedTrace;
import plastron.export.predict.CurrentFilter;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Host;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Trail;
import plastron.loihi.neuron.Statement.Write;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;

/**
 * A neuron program in real numbers: registers are whole numbers of 16 bits, every product rounds to
 * the nearest. Single use.
 */
final class ComputedNeurons {

  private static final int ONE_BITS = 15;
  private static final double ONE = 1 << ONE_BITS;
  private static final Grid REGISTER = new Grid(1, -ONE, ONE - 1, Rounding.NEAREST);
  private static final Grid TRACE = new Grid(1, 0, TraceScale.LARGEST, Rounding.NEAREST);

  /** A spike of one step reaches the neurons in the next. */
  private static final int LATENCY = 1;

  /** Names no symbol has, for what a register is made of. */
  private static final String REGISTER_NAME = "register ";

  private final QuantizedLayer<LoihiProgram> layer;
  private final PlasticProgram plastic;
  private final List<ComputedTrace> traces = new ArrayList<>();
  private final List<CurrentFilter> filters = new ArrayList<>();
  private final List<External> externals = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();
  private final List<Update> updates = new ArrayList<>();

  ComputedNeurons(QuantizedLayer<LoihiProgram> layer, PlasticProgram plastic) {
    this.layer = layer;
    this.plastic = plastic;
  }

  List<ComputedTrace> traces() {
    return traces;
  }

  List<CurrentFilter> filters() {
    return filters;
  }

  List<External> externals() {
    return externals;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  List<Signal> signals() {
    return signals;
  }

  List<Update> updates() {
    return updates;
  }

  void read(NeuronProgram program) {
    for (Statement statement : program.statements()) {
      String register = REGISTER_NAME + statement.target();
      switch (statement) {
        case Rate rate ->
            traces.add(
                ComputedTrace.decaying(
                    register, Axis.POST, rate.decay() / ONE, rate.impulse(), REGISTER, Grid.EXACT));
        case Trail trail -> trail(trail);
        case Load load -> parameters.add(new Parameter(register, Axis.POST, reals(load.array())));
        case Filter filter ->
            filters.add(
                new CurrentFilter(
                    register,
                    ComputedLayer.ACCUMULATOR_WEIGHT,
                    filter.decay() / ONE,
                    gain(filter.gain(), filter.shift()),
                    LATENCY,
                    REGISTER));
        case Host host -> host(register, host);
        case Gather gather -> gather(register, gather);
        case Compute compute -> compute(register, compute);
        case Write write -> write(write);
      }
    }
  }

  /** In units of the trace, whose fractions the register has. */
  private void trail(Trail trail) {
    double fraction = Math.scalb(1.0, -Trail.FRACTION_BITS);
    traces.add(
        ComputedTrace.decaying(
            trail.trace().symbol(),
            Axis.POST,
            trail.decay() / ONE,
            trail.impulse() * fraction,
            new Grid(fraction, 0, (ONE - 1) * fraction, Rounding.NEAREST),
            TRACE));
  }

  private void gather(String register, Gather gather) {
    boolean own = gather.population() == plastic.population();
    String sent = register + " sent";
    String matrix = register + " matrix";
    String sum = register + " sum";
    Grid payload =
        new Grid(
            Math.scalb(1.0, gather.payload()),
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Rounding.DOWN);
    traces.add(
        new ComputedTrace(
            sent,
            own ? Axis.POST : Axis.MODULATOR,
            false,
            gather.decay() / ONE,
            gather.impulse(),
            1,
            1,
            REGISTER,
            payload,
            1));
    parameters.add(
        new Parameter(matrix, own ? Axis.POST_POST : Axis.MODULATOR_POST, reals(gather.matrix())));
    signals.add(new Signal(sum, Axis.POST, new Dot(matrix, sent, Grid.EXACT)));
    signals.add(
        new Signal(
            register,
            Axis.POST,
            Sum.of(
                REGISTER, Term.of(gain(gather.gain(), gather.shift() + gather.payload()), sum))));
  }

  private void host(String register, Host host) {
    String given = register + " given";
    externals.add(new External(given, Axis.POST, host.signal()));
    signals.add(
        new Signal(
            register,
            Axis.POST,
            Sum.of(REGISTER, Term.of(Math.scalb(1.0, -host.exponent()), given))));
  }

  private void compute(String register, Compute compute) {
    Sum sum = new Sum(compute.terms().stream().map(ComputedNeurons::term).toList(), REGISTER);
    if (compute.kept()) {
      updates.add(new Update(register, Axis.POST, sum));
    } else {
      signals.add(new Signal(register, Axis.POST, sum));
    }
  }

  private static Term term(Fraction fraction) {
    int factors = fraction.registers().size();
    return new Term(
        Math.scalb((double) fraction.mantissa(), fraction.exponent() - ONE_BITS * factors),
        fraction.registers().stream()
            .map(r -> new Computation.Factor(REGISTER_NAME + r, 0))
            .toList(),
        Grid.of(Math.max(1, Math.scalb(1.0, fraction.exponent())), Rounding.NEAREST));
  }

  private void write(Write write) {
    double gain = gain(write.gain(), write.shift());
    String source = REGISTER_NAME + write.register();
    signals.add(
        new Signal(write.trace().symbol(), Axis.POST, Sum.of(TRACE, Term.of(gain, source))));
    if (write.negative()) {
      signals.add(
          new Signal(Variable.Y3.symbol(), Axis.POST, Sum.of(TRACE, Term.of(-gain, source))));
    }
  }

  private static double gain(int gain, int shift) {
    return Math.scalb((double) gain, -shift);
  }

  private double[][] reals(String array) {
    return Arrays.stream(layer.array(array).values())
        .map(row -> Arrays.stream(row).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }
}
