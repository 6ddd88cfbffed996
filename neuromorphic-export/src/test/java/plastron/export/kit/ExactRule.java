package plastron.export.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.export.predict.Computation;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule;
import plastron.export.predict.ComputedRule.External;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.Signal;
import plastron.export.predict.ComputedRule.Update;
import plastron.export.predict.ComputedTrace;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.RateEstimator;

/** A rule on a chip that computes everything exactly, but for what it holds states on. */
public final class ExactRule {

  private ExactRule() {}

  /**
   * The rule with exact states.
   *
   * @param parameters as the chip has them
   * @param interval steps per window
   */
  public static ComputedRule of(
      RuleDerivation rule,
      Map<String, double[][]> parameters,
      RateEstimator rates,
      double referenceRate,
      int interval) {
    return of(rule, parameters, rates, referenceRate, interval, Grid.EXACT);
  }

  /**
   * The rule.
   *
   * @param parameters as the chip has them
   * @param interval steps per window
   * @param states what every state is held on
   */
  public static ComputedRule of(
      RuleDerivation rule,
      Map<String, double[][]> parameters,
      RateEstimator rates,
      double referenceRate,
      int interval,
      Grid states) {
    List<ComputedTrace> traces = new ArrayList<>();
    List<Parameter> numbers = new ArrayList<>();
    List<External> externals = new ArrayList<>();
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.ACTIVITY) {
        traces.add(
            switch (rates) {
              case RateEstimator.Boxcar boxcar ->
                  ComputedTrace.counted(
                      symbol.name(), symbol.axis(), 1 / (interval * referenceRate), Grid.EXACT);
              case RateEstimator.ExponentialTrace(double decay) ->
                  ComputedTrace.decaying(
                      symbol.name(),
                      symbol.axis(),
                      decay,
                      (1 - decay) / referenceRate,
                      Grid.EXACT,
                      Grid.EXACT);
            });
      } else if (symbol.role() == Role.EXTERNAL) {
        externals.add(new External(symbol.name(), symbol.axis(), externals.size()));
      } else if (symbol.role() == Role.PARAMETER) {
        numbers.add(
            new Parameter(
                symbol.name(),
                symbol.axis(),
                Objects.requireNonNull(parameters.get(symbol.name()))));
      }
    }
    List<Signal> signals = new ArrayList<>();
    for (RuleDerivation.SignalStep step : rule.signals()) {
      Computation value =
          switch (step) {
            case RuleDerivation.DotStep dot ->
                new Computation.Dot(dot.matrix().name(), dot.vector().name(), Grid.EXACT);
            case RuleDerivation.FunctionStep function ->
                throw new IllegalArgumentException(
                    "Function (%s) is not computed.".formatted(function.function().name()));
            case RuleDerivation.PolynomialStep polynomial -> sum(polynomial.value(), Grid.EXACT);
          };
      signals.add(new Signal(step.symbol().name(), step.symbol().axis(), value));
    }
    List<Update> updates =
        rule.updates().stream()
            .map(
                u ->
                    new Update(
                        u.state().name(),
                        u.state().axis(),
                        sum(u.next(), within(states, u.state().bounds()))))
            .toList();
    List<Term> plastic =
        sum(rule.weight(), Grid.EXACT).terms().stream()
            .filter(
                t ->
                    t.factors().stream()
                        .anyMatch(f -> updates.stream().anyMatch(u -> u.state().equals(f.name()))))
            .toList();
    return new ComputedRule(
        traces, List.of(), externals, numbers, signals, updates, new Sum(plastic, Grid.EXACT));
  }

  private static Grid within(Grid grid, Bounds bounds) {
    return grid.within(Math.max(grid.low(), bounds.low()), Math.min(grid.high(), bounds.high()));
  }

  private static Sum sum(Polynomial polynomial, Grid grid) {
    return new Sum(
        polynomial.terms().stream()
            .map(
                t ->
                    Term.of(
                        t.coefficient(),
                        t.factors().stream().map(Symbol::name).toArray(String[]::new)))
            .toList(),
        grid);
  }
}
