package plastron.export.predict;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;

/**
 * A layer's rule as its program computes it, in the real numbers of the model: coefficients,
 * parameters and time constants as the chip holds them, and the grid of everything that is rounded.
 * States start at zero. At the end of a window all signals are computed in order, then all states
 * take their next values at once, from the old ones.
 *
 * @param traces of spikes
 * @param filters of arriving currents
 * @param externals values that the host writes at the end of every window
 * @param parameters numbers that do not change
 * @param signals at the neurons, each from what stands before it
 * @param updates of states
 * @param timed states of synapses that single spikes change, each after those before it
 * @param plastic the plastic part of the effective weights, {@code alpha.E}, from the new states
 */
public record ComputedRule(
    List<ComputedTrace> traces,
    List<CurrentFilter> filters,
    List<External> externals,
    List<Parameter> parameters,
    List<Signal> signals,
    List<Update> updates,
    List<SpikeUpdate> timed,
    Computation.Sum plastic) {

  public ComputedRule {
    traces = List.copyOf(traces);
    filters = List.copyOf(filters);
    externals = List.copyOf(externals);
    parameters = List.copyOf(parameters);
    signals = List.copyOf(signals);
    updates = List.copyOf(updates);
    timed = List.copyOf(timed);
  }

  /** A rule that acts at windows' ends alone. */
  public ComputedRule(
      List<ComputedTrace> traces,
      List<CurrentFilter> filters,
      List<External> externals,
      List<Parameter> parameters,
      List<Signal> signals,
      List<Update> updates,
      Computation.Sum plastic) {
    this(traces, filters, externals, parameters, signals, updates, List.of(), plastic);
  }

  /** The same rule when every neuron fires that many times as often; what is given stays. */
  ComputedRule busier(double factor) {
    return new ComputedRule(
        traces.stream().map(trace -> trace.times(factor)).toList(),
        filters.stream().map(filter -> filter.times(factor)).toList(),
        externals,
        parameters,
        signals,
        updates,
        timed.stream().map(update -> update.times(factor)).toList(),
        plastic);
  }

  /**
   * A value from outside, as it is given.
   *
   * @param name how formulas call it
   * @param axis GLOBAL or POST
   * @param signal index of the signal in the image
   */
  public record External(String name, Axis axis, int signal) {}

  /**
   * Numbers that do not change.
   *
   * @param name how formulas call them
   * @param axis their shape
   * @param values {@code [from][to]} as in {@link Axis}; not copied: treat as read-only
   */
  public record Parameter(String name, Axis axis, double[][] values) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Parameter p
          && p.name.equals(name)
          && p.axis == axis
          && Arrays.deepEquals(p.values, values);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + Arrays.deepHashCode(values);
    }
  }

  /**
   * Something that is computed anew at the end of every window.
   *
   * @param name how formulas call it
   * @param axis GLOBAL, PRE or POST
   * @param value how
   */
  public record Signal(String name, Axis axis, Computation value) {}

  /**
   * A state.
   *
   * @param state how formulas call it
   * @param axis PRE, POST or SYNAPSE
   * @param next its next value
   */
  public record Update(String state, Axis axis, Computation.Sum next) {}

  /**
   * A state of synapses that single spikes change. In every step in which either neuron fires, and
   * at a window's end, all that is then added is added to what the state was before the step, every
   * product on its grid, and the sum is held. Traces are read with the step's own spikes.
   *
   * @param state how formulas call it
   * @param onPre what a presynaptic spike adds
   * @param onPost what a postsynaptic spike adds
   * @param atEnd what is added at a window's end
   * @param grid of the state
   */
  public record SpikeUpdate(
      String state,
      Computation.Sum onPre,
      Computation.Sum onPost,
      Computation.Sum atEnd,
      Grid grid) {

    /** The update when every spike counts as that many. */
    SpikeUpdate times(double factor) {
      return new SpikeUpdate(state, onPre.times(factor), onPost.times(factor), atEnd, grid);
    }
  }
}
