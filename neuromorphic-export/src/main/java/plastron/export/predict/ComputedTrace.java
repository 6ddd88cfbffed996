package plastron.export.predict;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;

/**
 * What a program makes of the spikes of a population, in the units of the rule.
 *
 * @param name how formulas call it
 * @param axis whose spikes: PRE, POST or MODULATOR
 * @param counts whether it starts from zero in every window; if not, it decays
 * @param decay factor per step, in [0, 1]; 1 where {@code counts}
 * @param spike what a spike adds, after the decay of its step
 * @param epoch steps of which only the last spike is told apart: those before it count as of the
 *     epoch's start; 1 where every spike counts in its own step
 * @param shown the share of a rate that its value is taken to show because of such epochs, above 0:
 *     what reads it makes up for the rest
 * @param grid of the value after every step
 * @param read grid of the value as formulas read it
 * @param early steps before a window's end at which it is read, at least 0
 */
public record ComputedTrace(
    String name,
    Axis axis,
    boolean counts,
    double decay,
    double spike,
    int epoch,
    double shown,
    Grid grid,
    Grid read,
    int early) {

  public ComputedTrace {
    if (axis != Axis.PRE && axis != Axis.POST && axis != Axis.MODULATOR) {
      throw new IllegalArgumentException(
          "Axis of trace %s (%s) must be PRE, POST or MODULATOR.".formatted(name, axis));
    }
    if (!(decay >= 0 && decay <= 1) || early < 0 || epoch < 1 || !(shown > 0)) {
      throw new IllegalArgumentException(
          "Trace %s (decay %s, epoch %d, showing %s, read %d steps early) needs a decay of 0 to 1, an epoch of at least 1, a positive share and no negative steps."
              .formatted(name, decay, epoch, shown, early));
    }
  }

  /** Spikes of the window, each of which counts {@code spike}. */
  public static ComputedTrace counted(String name, Axis axis, double spike, Grid read) {
    return new ComputedTrace(name, axis, true, 1, spike, 1, 1, Grid.EXACT, read, 0);
  }

  /** An exponential trace. */
  public static ComputedTrace decaying(
      String name, Axis axis, double decay, double spike, Grid grid, Grid read) {
    return new ComputedTrace(name, axis, false, decay, spike, 1, 1, grid, read, 0);
  }

  /** The trace when every spike counts as that many. */
  ComputedTrace times(double factor) {
    return new ComputedTrace(
        name, axis, counts, decay, factor * spike, epoch, shown, grid, read, early);
  }
}
