package plastron.loihi.legal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * A post quantity that reaches the engine from elsewhere. What the neuron program writes goes into
 * post traces: an unsigned one into y1, a signed one split into y2 (its positive part) and y3 (its
 * negative part), because the engine reads traces as unsigned. What is broadcast is the reward
 * trace r1, which has a sign.
 *
 * @param factors what is multiplied, sorted by name
 * @param broadcast whether it is the reward of all neurons of a core
 */
public record Channel(List<Symbol> factors, boolean broadcast) {

  /** Sorts the factors by name: a product has one name, whoever multiplied it. */
  public Channel {
    factors = factors.stream().sorted(Comparator.comparing(Symbol::name)).toList();
  }

  /** Whether it can be negative: products of rates cannot. */
  public boolean signed() {
    return factors.stream().anyMatch(f -> f.role() != Role.ACTIVITY);
  }

  /** Whether it takes two traces, one for each sign. */
  public boolean isSplit() {
    return signed() && !broadcast;
  }

  /** The trace of the positive part, or of all if it is not split. */
  public Variable positive() {
    return broadcast ? Variable.R1 : signed() ? Variable.Y2 : Variable.Y1;
  }

  /** Such as {@code M.y}, as calibration names products. */
  public String name() {
    return factors.stream().map(Symbol::name).collect(Collectors.joining("."));
  }
}
