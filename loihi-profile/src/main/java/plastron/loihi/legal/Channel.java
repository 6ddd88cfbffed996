package plastron.loihi.legal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * A post quantity that the neuron program writes into post traces: an unsigned one into y1, a
 * signed one split into y2 (its positive part) and y3 (its negative part), because the engine reads
 * traces as unsigned.
 *
 * @param factors what is multiplied, sorted by name
 */
public record Channel(List<Symbol> factors) {

  /** Sorts the factors by name: a product has one name, whoever multiplied it. */
  public Channel {
    factors = factors.stream().sorted(Comparator.comparing(Symbol::name)).toList();
  }

  /** Whether it can be negative: products of rates cannot. */
  public boolean signed() {
    return factors.stream().anyMatch(f -> f.role() != Role.ACTIVITY);
  }

  /** The trace of the positive part. */
  public Variable positive() {
    return signed() ? Variable.Y2 : Variable.Y1;
  }

  /** Such as {@code M.y}, as calibration names products. */
  public String name() {
    return factors.stream().map(Symbol::name).collect(Collectors.joining("."));
  }
}
