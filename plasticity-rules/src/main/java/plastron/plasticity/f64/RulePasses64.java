package plastron.plasticity.f64;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.plasticity.derive.RowChain;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.row.FunctionPass64;
import plastron.plasticity.f64.row.MatrixProduct64;
import plastron.plasticity.f64.row.RowChain64;
import plastron.plasticity.f64.row.RowCompiler64;
import plastron.plasticity.f64.row.RowPass64;
import plastron.plasticity.f64.row.SparseProduct64;
import plastron.plasticity.f64.row.SparseRowChain64;
import plastron.plasticity.f64.row.SparseRowPass64;

/**
 * A rule as passes over the arrays of a layer.
 *
 * @param signals in order, each reading what the ones before it wrote; outputs by symbol
 * @param synapses updates the states that have a value per synapse, if there are any; outputs by
 *     update
 * @param neurons one for every other axis that has states; outputs by update
 * @param weight its only output is the effective weight
 * @param chain {@code synapses} and {@code weight} in one walk, if there is one
 */
public record RulePasses64(
    List<RowPass64> signals,
    List<RowPass64> synapses,
    List<RowPass64> neurons,
    RowPass64 weight,
    Optional<RowChain64> chain) {

  /**
   * Compiles a rule for a layer.
   *
   * @param live symbols whose adjoints the reverse computes; signals that are not among them have
   *     no reverse
   */
  static RulePasses64 of(RuleDerivation rule, RuleShape64 shape, Set<Symbol> live) {
    return of(rule, shape, live, RowCompiler64.FASTEST);
  }

  /** The same with a choice of how plans become passes. */
  static RulePasses64 of(
      RuleDerivation rule, RuleShape64 shape, Set<Symbol> live, RowCompiler64 compiler) {
    List<RowPass64> signals = new ArrayList<>();
    for (SignalStep step : rule.signals()) {
      Set<Symbol> wanted = live.contains(step.symbol()) ? live : Set.of();
      signals.add(
          switch (step) {
            case DotStep d -> product(rule, shape, d, wanted);
            case FunctionStep f -> new FunctionPass64(rule, f, wanted);
            case PolynomialStep p -> {
              RowPlan.Output output =
                  new RowPlan.Output(rule.index(p.symbol()), p.value(), Bounds.NONE);
              Axis axis = p.symbol().axis();
              Axis rows = RowPlan.rows(axis, shape.rows());
              yield compiler.pass(
                  new RowPlan(rule, rows, List.of(output), wanted), shape.columns(axis));
            }
          });
    }
    List<RowPass64> neurons =
        Stream.of(Axis.values())
            .filter(axis -> axis != Axis.SYNAPSE)
            .map(axis -> updates(rule, shape, axis, live))
            .filter(plan -> !plan.outputs().isEmpty())
            .map(plan -> compiler.pass(plan, columns(shape, plan)))
            .toList();
    RowPlan update = updates(rule, shape, Axis.SYNAPSE, live);
    List<RowPass64> synapses =
        update.outputs().isEmpty() ? List.of() : List.of(overSynapses(update, shape, compiler));
    RowPlan.Output effective = new RowPlan.Output(0, rule.weight(), Bounds.NONE);
    RowPlan weight = new RowPlan(rule, shape.rows(), List.of(effective), live);
    return new RulePasses64(
        List.copyOf(signals),
        synapses,
        neurons,
        overSynapses(weight, shape, compiler),
        RowChain.of(update, weight).flatMap(chain -> overSynapses(chain, shape, compiler)));
  }

  private static RowPass64 product(
      RuleDerivation rule, RuleShape64 shape, DotStep step, Set<Symbol> wanted) {
    return step.matrix().axis() == Axis.SYNAPSE && shape.synapses().isPresent()
        ? new SparseProduct64(rule, step, shape.synapses().get(), wanted)
        : new MatrixProduct64(rule, step, shape.rows(), wanted);
  }

  private static RowPass64 overSynapses(RowPlan plan, RuleShape64 shape, RowCompiler64 compiler) {
    return shape.synapses().isPresent()
        ? new SparseRowPass64(plan, shape.synapses().get(), compiler)
        : compiler.pass(plan, shape.columns(Axis.SYNAPSE));
  }

  private static Optional<RowChain64> overSynapses(
      RowChain chain, RuleShape64 shape, RowCompiler64 compiler) {
    return shape.synapses().isPresent()
        ? SparseRowChain64.of(chain, shape.synapses().get(), compiler)
        : compiler.chain(chain, shape.columns(Axis.SYNAPSE));
  }

  private static int columns(RuleShape64 shape, RowPlan plan) {
    NormalUpdate first = plan.rule().updates().get(plan.outputs().getFirst().index());
    return shape.columns(first.state().axis());
  }

  private static RowPlan updates(
      RuleDerivation rule, RuleShape64 shape, Axis axis, Set<Symbol> live) {
    List<RowPlan.Output> outputs =
        IntStream.range(0, rule.updates().size())
            .filter(u -> rule.updates().get(u).state().axis() == axis)
            .mapToObj(
                u -> {
                  NormalUpdate update = rule.updates().get(u);
                  return new RowPlan.Output(
                      u, update.next(), update.state().bounds(), update.rounding());
                })
            .toList();
    return new RowPlan(rule, RowPlan.rows(axis, shape.rows()), outputs, live);
  }

  /** All updates. */
  List<RowPass64> updates() {
    return Stream.concat(synapses.stream(), neurons.stream()).toList();
  }
}
