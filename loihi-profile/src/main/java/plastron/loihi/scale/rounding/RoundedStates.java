package plastron.loihi.scale.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.stage.RoundedState;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.program.ChipTraces;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * What of a rule the chip holds in whole numbers as it runs: training rounds the same.
 *
 * @param source the rule as it is
 * @param rule where its factors are
 * @param traces that the engine makes of spikes
 * @param weights the plastic weights, alpha.E
 * @param second the second state that synapses hold; empty if there is none
 */
public record RoundedStates(
    RuleDerivation source, LegalRule rule, ChipTraces traces, Held weights, Optional<Held> second) {

  /**
   * What synapses hold.
   *
   * @param unit what one stands for
   * @param largest the most that it reaches, in units
   * @param losses the products that change it and round down
   */
  public record Held(double unit, int largest, List<FlooredProduct> losses) {
    public Held {
      losses = List.copyOf(losses);
    }

    private Grid grid() {
      return atRandom(unit, -largest, largest);
    }
  }

  /**
   * Plastic weights, alpha.E, round at random to whole ones, and so do a second state of synapses,
   * traces of single spikes and the traces that are rates. A slow trace is a state in training,
   * which is rounded once a window, not every step.
   */
  public List<RoundedState> all() {
    List<RoundedState> states = new ArrayList<>();
    rule.alpha()
        .asSymbol()
        .map(factor -> state(rule.trace().orElseThrow(), Optional.of(factor), weights))
        .ifPresent(states::add);
    second
        .map(held -> state(rule.stored().orElseThrow(), Optional.empty(), held))
        .ifPresent(states::add);
    rule.slow()
        .ifPresent(
            slow ->
                states.add(
                    new RoundedState(
                        slow.state(),
                        Optional.empty(),
                        atRandom(traces.of(Variable.X2).unit(), 0, TraceScale.LARGEST))));
    rule.slots()
        .traces()
        .forEach(
            (slot, trace) ->
                held(slot)
                    .map(grid -> new RoundedState(trace.symbol(), Optional.empty(), grid))
                    .ifPresent(states::add));
    for (Symbol rate : source.rule().symbols(Role.ACTIVITY)) {
      rate(rate).ifPresent(grid -> states.add(new RoundedState(rate, Optional.empty(), grid)));
    }
    return states;
  }

  private static RoundedState state(Symbol state, Optional<Symbol> factor, Held held) {
    return new RoundedState(state, factor, held.grid(), held.losses());
  }

  /** A grid between whole numbers of steps. */
  private static Grid atRandom(double step, int low, int high) {
    return Grid.of(step, Grid.Rounding.RANDOM).within(low * step, high * step);
  }

  /**
   * What the trace holds that a rate is to the engine; none if a neuron program writes it. Training
   * loses no spike, so that a trace that shows less than there is has the steps of one that does
   * not.
   */
  private Optional<Grid> rate(Symbol symbol) {
    Variable variable =
        switch (symbol.axis()) {
          case PRE -> Variable.X1;
          case POST -> Variable.Y1;
          default -> Variable.W;
        };
    return rule.slots().traces().containsKey(variable) ? Optional.empty() : held(variable);
  }

  private Optional<Grid> held(Variable variable) {
    return Optional.ofNullable(traces.scales().get(variable))
        .map(
            scale -> {
              double step = scale.unit() * scale.shown();
              return Grid.of(step, Grid.Rounding.RANDOM).within(0, TraceScale.LARGEST * step);
            });
  }
}
