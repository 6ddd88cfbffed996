package plastron.export.why.cause;

import java.util.List;
import plastron.export.predict.Computation;
import plastron.export.predict.Computation.Dot;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule;
import plastron.export.predict.ComputedRule.Signal;
import plastron.export.predict.ComputedRule.SpikeUpdate;
import plastron.export.predict.ComputedRule.Update;
import plastron.export.predict.ComputedTrace;
import plastron.export.predict.CurrentFilter;
import plastron.plasticity.expr.Grid;

/** A rule as a chip writes it, without its registers. */
final class ExactRuleForm {

  private ExactRuleForm() {}

  /**
   * The rule in real numbers; every spike counts in its own step, as what reads its trace takes it,
   * and what is read is read at the window's end.
   *
   * @param bounded whether the model's own rule has bounds, so that those of states stay
   */
  static ComputedRule of(ComputedRule rule, boolean bounded) {
    return new ComputedRule(
        rule.traces().stream().map(ExactRuleForm::trace).toList(),
        rule.filters().stream().map(ExactRuleForm::filter).toList(),
        rule.externals(),
        rule.parameters(),
        rule.signals().stream()
            .map(s -> new Signal(s.name(), s.axis(), exact(s.value(), sided(s.value().grid()))))
            .toList(),
        rule.updates().stream()
            .map(
                u ->
                    new Update(
                        u.state(),
                        u.axis(),
                        exact(u.next(), bounded ? u.next().grid().unrounded() : Grid.EXACT)))
            .toList(),
        rule.timed().stream()
            .map(
                u ->
                    new SpikeUpdate(
                        u.state(),
                        exact(u.onPre(), Grid.EXACT),
                        exact(u.onPost(), Grid.EXACT),
                        exact(u.atEnd(), Grid.EXACT),
                        bounded ? u.grid().unrounded() : Grid.EXACT))
            .toList(),
        exact(rule.plastic(), Grid.EXACT));
  }

  /** What starts at 0 is the positive part of a number: chips keep signs in two registers. */
  private static Grid sided(Grid grid) {
    return grid.low() == 0 ? Grid.EXACT.within(0, Double.POSITIVE_INFINITY) : Grid.EXACT;
  }

  private static ComputedTrace trace(ComputedTrace t) {
    return new ComputedTrace(
        t.name(),
        t.axis(),
        t.counts(),
        t.decay(),
        t.spike() * t.shown(),
        1,
        1,
        Grid.EXACT,
        Grid.EXACT,
        0);
  }

  private static CurrentFilter filter(CurrentFilter f) {
    return new CurrentFilter(f.name(), f.state(), f.decay(), f.gain(), 0, Grid.EXACT);
  }

  private static Computation exact(Computation value, Grid grid) {
    return switch (value) {
      case Dot dot -> new Dot(dot.matrix(), dot.vector(), grid);
      case Sum sum -> exact(sum, grid);
    };
  }

  private static Sum exact(Sum sum, Grid grid) {
    List<Term> terms =
        sum.terms().stream()
            .filter(t -> !t.makesUp())
            .map(t -> new Term(t.coefficient(), t.factors(), Grid.EXACT))
            .toList();
    return new Sum(terms, grid);
  }
}
