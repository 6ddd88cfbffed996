package plastron.plasticity.f64;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.row.RowChain64;
import plastron.plasticity.f64.row.RowCompiler64;
import plastron.plasticity.f64.row.RowPass64;

/**
 * The reverse of a trace update and of the effective weight, derived from the rule's normal form. A
 * clipped entry passes its adjoint where the value before clipping lay within the bounds. Adjoint
 * arrays of different symbols must be different arrays. Owned by one thread.
 */
public final class RuleAdjoint64 {

  private final RulePasses64 passes;
  private final RowPass64[] signals;
  private final List<RowPass64> updates;
  private final boolean statesWanted;
  private final int[] state;
  private final int[] neurons;
  private final double[][][] later;
  private final @Nullable RowChain64 chain;

  /** Compiles the reverse of a rule for a layer of this shape, with the adjoints of all symbols. */
  public RuleAdjoint64(RuleDerivation rule, RuleShape64 shape) {
    this(rule, shape, Set.copyOf(rule.symbols()));
  }

  /**
   * Compiles the reverse of a rule for a layer of this shape.
   *
   * @param wanted symbols whose adjoints are computed, besides those of the signals on the way to
   *     them; arrays of other symbols are neither read nor modified
   */
  public RuleAdjoint64(RuleDerivation rule, RuleShape64 shape, Set<Symbol> wanted) {
    this(rule, shape, wanted, RowCompiler64.FASTEST);
  }

  /** The same with a choice of how plans become passes. */
  RuleAdjoint64(
      RuleDerivation rule, RuleShape64 shape, Set<Symbol> wanted, RowCompiler64 compiler) {
    passes = RulePasses64.of(rule, shape, rule.dependents(wanted), compiler);
    signals = passes.signals().reversed().toArray(RowPass64[]::new);
    updates = passes.updates();
    List<Symbol> states = rule.updates().stream().map(NormalUpdate::state).toList();
    statesWanted = wanted.containsAll(states);
    state = states.stream().mapToInt(rule::index).toArray();
    neurons =
        IntStream.range(0, state.length)
            .filter(u -> states.get(u).axis() != Axis.SYNAPSE)
            .toArray();
    later = new RuleFrame64(rule, shape).next;
    chain = passes.chain().orElse(null);
  }

  /** Bytes of the arrays that are its own. */
  public static long bytes(RuleDerivation rule, RuleShape64 shape) {
    return RuleFrame64.nextBytes(rule, shape);
  }

  /**
   * Reverses one update.
   *
   * @param frame the update's values with the old states and the signals, not modified
   * @param nextAdjoint by update, adjoint of the state's next value, not modified
   * @param adjoint by symbol, added to; adjoints of signals must be 0 on entry and are left
   *     modified
   */
  public void update(RuleFrame64 frame, double[][][] nextAdjoint, double[][][] adjoint) {
    for (RowPass64 update : updates) {
      update.reverse(frame.value, nextAdjoint, adjoint);
    }
    signals(frame, adjoint);
  }

  /** Puts the adjoint of a state aside and clears it. */
  private void move(double[][][] adjoint, int update) {
    double[][] from = adjoint[state[update]];
    for (int j = 0; j < from.length; j++) {
      System.arraycopy(from[j], 0, later[update][j], 0, from[j].length);
      Arrays.fill(from[j], 0);
    }
  }

  private void signals(RuleFrame64 frame, double[][][] adjoint) {
    for (RowPass64 signal : signals) {
      signal.reverse(frame.value, adjoint, adjoint);
    }
  }

  /**
   * Reverses one update and the effective weight of the states that it led to: the bits of {@link
   * #weight} and then {@link #update} at the price of a single walk.
   *
   * @param frame the update's values with the old states, the signals and the new states, not
   *     modified
   * @param weightAdjoint synapse-shaped, not modified
   * @param adjoint by symbol. Of states: on entry the adjoints of the new states by everything but
   *     these weights, afterwards those of the old states. Of signals: must be 0 on entry and are
   *     left modified. Of others: added to.
   * @throws IllegalStateException if the states' adjoints are not all wanted
   */
  public void updateAndWeight(RuleFrame64 frame, double[][] weightAdjoint, double[][][] adjoint) {
    if (!statesWanted) {
      throw new IllegalStateException("Adjoints of states must be wanted.");
    }
    if (chain != null) {
      for (int u : neurons) {
        move(adjoint, u);
      }
      chain.reverse(frame.value, frame.next, weightAdjoint, adjoint);
      for (RowPass64 update : passes.neurons()) {
        update.reverse(frame.value, later, adjoint);
      }
    } else {
      passes.weight().reverse(frame.valueAfter(), new double[][][] {weightAdjoint}, adjoint);
      for (int u = 0; u < state.length; u++) {
        move(adjoint, u);
      }
      for (RowPass64 update : updates) {
        update.reverse(frame.value, later, adjoint);
      }
    }
    signals(frame, adjoint);
  }

  /**
   * Reverses the effective weight.
   *
   * @param frame the values with the states that formed the weight, not modified
   * @param weightAdjoint synapse-shaped, not modified
   * @param adjoint by symbol, added to
   */
  public void weight(RuleFrame64 frame, double[][] weightAdjoint, double[][][] adjoint) {
    passes.weight().reverse(frame.value, new double[][][] {weightAdjoint}, adjoint);
  }
}
