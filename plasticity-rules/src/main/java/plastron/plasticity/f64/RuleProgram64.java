package plastron.plasticity.f64;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.row.RowChain64;
import plastron.plasticity.f64.row.RowCompiler64;
import plastron.plasticity.f64.row.RowPass64;

/**
 * A rule compiled for a layer: the same bits as {@link RuleInterpreter64}, row by row. Owned by one
 * thread.
 */
public final class RuleProgram64 {

  private static final int COMPUTED = -1;

  private final RulePasses64 passes;
  private final RowPass64[] signals;
  private final List<RowPass64> updates;
  private final @Nullable RowChain64 chain;
  private final int weightAt;
  private final double[][] ownWeight;

  /** Compiles a rule for a layer of this shape. */
  public RuleProgram64(RuleDerivation rule, RuleShape64 shape) {
    this(rule, shape, RowCompiler64.FASTEST);
  }

  /** The same with a choice of how plans become passes. */
  RuleProgram64(RuleDerivation rule, RuleShape64 shape, RowCompiler64 compiler) {
    Set<Symbol> states =
        rule.updates().stream().map(NormalUpdate::state).collect(Collectors.toSet());
    passes = RulePasses64.of(rule, shape, states, compiler);
    signals = passes.signals().toArray(RowPass64[]::new);
    chain = passes.chain().orElse(null);
    updates = passes.updates();
    weightAt = weightAt(rule);
    ownWeight = weightAt == COMPUTED ? shape.zeros(Axis.SYNAPSE) : new double[0][];
  }

  /** Index of the symbol that the effective weights are nothing but, if there is one. */
  private static int weightAt(RuleDerivation rule) {
    return rule.weight()
        .asSymbol()
        .filter(w -> w.axis() == Axis.SYNAPSE)
        .map(rule::index)
        .orElse(COMPUTED);
  }

  /** Bytes of the arrays that are its own. */
  public static long bytes(RuleDerivation rule, RuleShape64 shape) {
    return weightAt(rule) == COMPUTED ? shape.bytes(Axis.SYNAPSE) : 0;
  }

  /** Computes all signals. {@code frame} is modified: its signals. */
  public void signals(RuleFrame64 frame) {
    for (RowPass64 signal : signals) {
      signal.forward(frame.value, frame.value);
    }
  }

  /**
   * Computes all signals, then all next values. {@code frame} is modified: its signals and its next
   * values.
   */
  public void update(RuleFrame64 frame) {
    signals(frame);
    next(frame);
  }

  /** Computes all next values from the signals as they are. {@code frame} is modified: those. */
  public void next(RuleFrame64 frame) {
    for (RowPass64 update : updates) {
      update.forward(frame.value, frame.next);
    }
  }

  /**
   * Computes what {@link #update} does and then {@link #nextWeight}, for less.
   *
   * @param frame modified: its signals and its next values
   */
  public void updateAndWeight(RuleFrame64 frame) {
    signals(frame);
    nextAndWeight(frame);
  }

  /**
   * Computes what {@link #next} does and then {@link #nextWeight}, for less.
   *
   * @param frame modified: its next values
   */
  public void nextAndWeight(RuleFrame64 frame) {
    if (weightAt != COMPUTED) {
      next(frame);
    } else if (chain == null) {
      next(frame);
      passes.weight().forward(frame.valueAfter(), new double[][][] {ownWeight});
    } else {
      chain.forward(frame.value, frame.next, ownWeight);
      for (RowPass64 neurons : passes.neurons()) {
        neurons.forward(frame.value, frame.next);
      }
    }
  }

  /**
   * The effective weights of the new states, as of the last {@link #updateAndWeight}.
   *
   * @param frame as after that call, but with the new states in place of the old ones
   */
  public double[][] nextWeight(RuleFrame64 frame) {
    return weightAt == COMPUTED ? ownWeight : frame.value[weightAt];
  }

  /**
   * The effective weights: the frame's own array where they are nothing but one symbol, else an
   * array of this program, which the next call overwrites. Not to be modified.
   */
  public double[][] weight(RuleFrame64 frame) {
    if (weightAt != COMPUTED) {
      return frame.value[weightAt];
    }
    weight(frame, ownWeight);
    return ownWeight;
  }

  /**
   * Computes the effective weights.
   *
   * @param out synapse-shaped, overwritten
   */
  public void weight(RuleFrame64 frame, double[][] out) {
    passes.weight().forward(frame.value, new double[][][] {out});
  }
}
