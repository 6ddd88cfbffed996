package plastron.export.why.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plastron.export.predict.Computation;
import plastron.export.predict.Computation.Dot;
import plastron.export.predict.Computation.Factor;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.Signal;
import plastron.export.predict.ComputedRule.SpikeUpdate;
import plastron.export.predict.ComputedRule.Update;
import plastron.export.predict.ComputedTrace;
import plastron.export.predict.CurrentFilter;
import plastron.plasticity.expr.Grid;

/**
 * Takes one operation of a rule from an image and all else from real numbers. Rules of one layer
 * have the same traces, signals and states; terms are told apart by what they multiply. A term that
 * the image lacks is 0 there.
 *
 * @param operation what is made integer
 */
record RuleSubstitution(ChipOperation operation) {

  /**
   * The rule with this operation as an image has it.
   *
   * @param exact in real numbers
   * @param written as the image has it
   */
  ComputedRule of(ComputedRule exact, ComputedRule written) {
    return new ComputedRule(
        each(exact.traces(), written.traces(), ComputedTrace::name, this::trace),
        each(exact.filters(), written.filters(), CurrentFilter::name, this::filter),
        exact.externals(),
        each(exact.parameters(), written.parameters(), Parameter::name, this::parameter),
        each(exact.signals(), written.signals(), Signal::name, this::signal),
        each(exact.updates(), written.updates(), Update::state, this::update),
        each(exact.timed(), written.timed(), SpikeUpdate::state, this::spikes),
        sum(exact.plastic(), written.plastic()));
  }

  private interface Merge<T> {
    T of(T exact, T written);
  }

  private static <T> List<T> each(
      List<T> exact, List<T> written, Function<T, String> name, Merge<T> merge) {
    return exact.stream()
        .map(
            one ->
                written.stream()
                    .filter(other -> name.apply(other).equals(name.apply(one)))
                    .findFirst()
                    .map(other -> merge.of(one, other))
                    .orElse(one))
        .toList();
  }

  private boolean is(ChipOperation other) {
    return operation == other;
  }

  private ComputedTrace trace(ComputedTrace exact, ComputedTrace written) {
    ComputedTrace values = is(ChipOperation.TRACE) ? written : exact;
    ComputedTrace epochs = is(ChipOperation.EPOCH) ? written : exact;
    return new ComputedTrace(
        exact.name(),
        exact.axis(),
        values.counts(),
        values.decay(),
        values.spike() * values.shown() / epochs.shown(),
        epochs.epoch(),
        epochs.shown(),
        grid(exact.grid(), written.grid(), ChipOperation.TRACE),
        grid(exact.read(), written.read(), ChipOperation.TRACE),
        is(ChipOperation.LATENCY) ? written.early() : exact.early());
  }

  private CurrentFilter filter(CurrentFilter exact, CurrentFilter written) {
    return new CurrentFilter(
        exact.name(),
        exact.state(),
        is(ChipOperation.TRACE) ? written.decay() : exact.decay(),
        of(operation, exact.gain(), written.gain()),
        is(ChipOperation.LATENCY) ? written.latency() : exact.latency(),
        grid(exact.grid(), written.grid(), ChipOperation.FLOOR));
  }

  private Parameter parameter(Parameter exact, Parameter written) {
    return is(ChipOperation.COEFFICIENT) ? written : exact;
  }

  private Signal signal(Signal exact, Signal written) {
    Computation value =
        switch (exact.value()) {
          case Dot dot ->
              new Dot(
                  dot.matrix(),
                  dot.vector(),
                  grid(dot.grid(), written.value().grid(), ChipOperation.FLOOR));
          case Sum sum -> written.value() instanceof Sum other ? sum(sum, other) : sum;
        };
    return new Signal(exact.name(), exact.axis(), value);
  }

  private Update update(Update exact, Update written) {
    return new Update(exact.state(), exact.axis(), sum(exact.next(), written.next()));
  }

  private SpikeUpdate spikes(SpikeUpdate exact, SpikeUpdate written) {
    return new SpikeUpdate(
        exact.state(),
        sum(exact.onPre(), written.onPre()),
        sum(exact.onPost(), written.onPost()),
        sum(exact.atEnd(), written.atEnd()),
        grid(exact.grid(), written.grid(), ChipOperation.FLOOR));
  }

  private Sum sum(Sum exact, Sum written) {
    List<Term> rest = new ArrayList<>(written.terms());
    rest.removeIf(Term::makesUp);
    List<Term> terms = new ArrayList<>();
    for (Term term : exact.terms().stream().filter(t -> !t.makesUp()).toList()) {
      Optional<Term> other = rest.stream().filter(t -> names(t).equals(names(term))).findFirst();
      other.ifPresent(rest::remove);
      terms.add(other.map(w -> term(term, w)).orElseGet(() -> absent(term)));
    }
    (is(ChipOperation.FLOOR) ? written : exact)
        .terms().stream().filter(Term::makesUp).forEach(terms::add);
    return new Sum(terms, grid(exact.grid(), written.grid(), ChipOperation.FLOOR));
  }

  private static List<String> names(Term term) {
    return term.factors().stream().map(Factor::name).toList();
  }

  private Term absent(Term exact) {
    return is(ChipOperation.COEFFICIENT) ? new Term(0, exact.factors(), exact.grid()) : exact;
  }

  private Term term(Term exact, Term written) {
    return new Term(
        of(operation, exact.coefficient(), written.coefficient()),
        is(ChipOperation.COEFFICIENT) ? written.factors() : exact.factors(),
        grid(exact.grid(), written.grid(), ChipOperation.FLOOR));
  }

  /** Steps belong to an operation, ends to saturation. */
  private Grid grid(Grid exact, Grid written, ChipOperation steps) {
    Grid step = is(steps) ? written : exact;
    Grid ends = is(ChipOperation.SATURATION) ? written : exact;
    return new Grid(step.step(), ends.low(), ends.high(), step.rounding());
  }

  /** A factor with its exponent, or all but its exponent, as written. */
  static double of(ChipOperation operation, double exact, double written) {
    int exponent = powerOfTwo(written / exact);
    return switch (operation) {
      case SHIFT -> Math.scalb(exact, exponent);
      case COEFFICIENT -> Math.scalb(written, -exponent);
      default -> exact;
    };
  }

  /** The exponent of a ratio that is a power of two; 0 for another one. */
  private static int powerOfTwo(double ratio) {
    if (!(ratio > 0) || Double.isInfinite(ratio)) {
      return 0;
    }
    double exponent = Math.log(ratio) / Math.log(2);
    return Math.abs(exponent - Math.rint(exponent)) < 1e-9 ? (int) Math.rint(exponent) : 0;
  }
}
