package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plastron.core.memory.ArrayBytes;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.PlasticLayer;
import plastron.slayer.sweep.SpikeEvents;

/** One layer, forwards and backwards over one window after another: its projections and neurons. */
final class LayerSweep64 {

  /** By index of the layer's projections. */
  final ProjectionSweep64[] projections;

  private final ProjectionSweep64 feedforward;
  private final @Nullable RecurrentSweep64 recurrent;
  private final Membrane64 membrane;
  private final int neurons;
  private final int window;
  private final double[][] current;
  private final double[][] currentRow = new double[1][];
  private final double[][] state;
  private final double[][] stateAdjoint;

  LayerSweep64(LayerForm64 form) {
    neurons = form.neurons();
    window = form.window();
    projections =
        form.projections().stream()
            .map(projection -> new ProjectionSweep64(projection, window))
            .toArray(ProjectionSweep64[]::new);
    feedforward = projections[PlasticLayer.FEEDFORWARD];
    recurrent =
        projections.length > PlasticLayer.RECURRENT
            ? new RecurrentSweep64(projections[PlasticLayer.RECURRENT], window, neurons)
            : null;
    membrane = form.membrane(neurons);
    current = new double[window][neurons];
    state = new double[membrane.stateCount()][neurons];
    stateAdjoint = new double[membrane.stateCount()][neurons];
  }

  /** Bytes of all arrays. */
  static long bytes(LayerForm64 form) {
    long bytes =
        ArrayBytes.rows(form.window(), form.neurons(), Double.BYTES) + 2 * stateBytes(form);
    for (ProjectionForm64 projection : form.projections()) {
      bytes += ProjectionSweep64.bytes(projection, form.window());
    }
    return form.projections().size() > PlasticLayer.RECURRENT
        ? bytes + RecurrentSweep64.bytes(form.window(), form.neurons())
        : bytes;
  }

  /** Bytes of {@link #evolving}. */
  static long evolvingBytes(LayerForm64 form) {
    return stateBytes(form)
        + form.projections().stream().mapToLong(ProjectionSweep64::evolvingBytes).sum();
  }

  private static long stateBytes(LayerForm64 form) {
    return ArrayBytes.rows(form.membrane(1).stateCount(), form.neurons(), Double.BYTES);
  }

  /** An empty tape. */
  LayerTape64 tape() {
    ProjectionTape64[] tapes = new ProjectionTape64[projections.length];
    for (int p = 0; p < tapes.length; p++) {
      tapes[p] = projections[p].tape();
    }
    return new LayerTape64(window, neurons, tapes);
  }

  /**
   * Everything that changes during an episode, with the rule states of the first window on the
   * tape.
   */
  List<double[][]> evolving(LayerTape64 tape) {
    List<double[][]> all = new ArrayList<>();
    all.add(state);
    for (int p = 0; p < projections.length; p++) {
      all.addAll(projections[p].evolving(tape.projections[p]));
    }
    return all;
  }

  /** Runs window {@code w} of the tape; its first step is {@code from} of the episode. */
  void forward(LayerTape64 tape, int w, SpikeEvents pre, SpikeRaster post, int from) {
    feedforward.forward(tape.projections[PlasticLayer.FEEDFORWARD], w, pre, current);
    if (recurrent == null) {
      membrane.forward(state, current, tape.potential, w * window, post, from, pre.steps());
    } else {
      forward(recurrent, tape, w, post, from, pre.steps());
    }
  }

  private void forward(
      RecurrentSweep64 loop, LayerTape64 tape, int w, SpikeRaster post, int from, int steps) {
    loop.begin(tape.projections[PlasticLayer.RECURRENT], w);
    for (int t = 0; t < steps; t++) {
      loop.arrive(t, current[t]);
      currentRow[0] = current[t];
      membrane.forward(state, currentRow, tape.potential, w * window + t, post, from + t, 1);
      loop.send(t, post, from + t);
    }
    loop.end(steps);
  }

  /** Updates the traces at the end of window {@code w} of the tape. */
  void update(LayerTape64 tape, int w, double[][] rates, double external) {
    for (int p = 0; p < projections.length; p++) {
      projections[p].show(rates, external);
      projections[p].rule.update(tape.projections[p], w);
    }
  }

  /** Does {@link #update} again, for the rule states alone: the signals are still on the tape. */
  void updateAgain(LayerTape64 tape, int w, double[][] rates, double external) {
    for (int p = 0; p < projections.length; p++) {
      projections[p].show(rates, external);
      projections[p].rule.updateAgain(tape.projections[p], w);
    }
  }

  /** The reverse of {@link #update}. */
  void updateAdjoint(LayerTape64 tape, int w, double[][] rates, double external) {
    for (int p = 0; p < projections.length; p++) {
      projections[p].show(rates, external);
      projections[p].updateAdjoint(tape.projections[p], w);
    }
  }

  /** Ends window {@code w} of the tape without an update. */
  void keep(LayerTape64 tape, int w) {
    for (int p = 0; p < projections.length; p++) {
      projections[p].rule.keep(tape.projections[p], w);
    }
  }

  /** Begins a run of windows where the one before it ended, after {@code windows}. */
  void carry(LayerTape64 tape, int windows) {
    for (int p = 0; p < projections.length; p++) {
      projections[p].rule.carry(tape.projections[p], windows, 0);
    }
  }

  /** Forgets the adjoints of everything later. */
  void clearAdjoint() {
    Arrays64.clear(stateAdjoint);
    for (ProjectionSweep64 projection : projections) {
      projection.clearAdjoint();
    }
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param post the layer's own spikes in the window
   * @param postAdjoint adjoints of this layer's spikes by step of the window, modified
   * @param preAdjoint adjoints of the sender's spikes by step of the window, added to; unused in
   *     the first layer
   * @param first whether this is the first window that adjoints reach
   */
  void backward(
      LayerTape64 tape,
      int w,
      SpikeEvents pre,
      SpikeEvents post,
      double[][] postAdjoint,
      double[][] preAdjoint,
      boolean first) {
    if (recurrent == null) {
      membrane.backward(stateAdjoint, tape.potential, w * window, postAdjoint, pre.steps());
    } else {
      backward(recurrent, tape, w, post, postAdjoint, first);
    }
    ProjectionTape64 input = tape.projections[PlasticLayer.FEEDFORWARD];
    feedforward.backward(input, w, pre, postAdjoint, preAdjoint, first);
  }

  private void backward(
      RecurrentSweep64 loop,
      LayerTape64 tape,
      int w,
      SpikeEvents post,
      double[][] adjoint,
      boolean first) {
    ProjectionTape64 own = tape.projections[PlasticLayer.RECURRENT];
    int steps = post.steps();
    loop.beginAdjoint(own, w, adjoint, steps);
    for (int t = steps - 1; t >= 0; t--) {
      loop.sendAdjoint(t, steps, adjoint[t]);
      currentRow[0] = adjoint[t];
      membrane.backward(stateAdjoint, tape.potential, w * window + t, currentRow, 1);
      loop.arriveAdjoint(t, adjoint[t]);
    }
    loop.endAdjoint(own, w, post, first);
  }
}
