package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.memory.ArrayBytes;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.model.Drive;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.f64.membrane.Membrane64;
import plastron.slayer.f64.rule.DriveSweep64;

/**
 * One population, forwards and backwards over one window after another: its neurons, what they
 * receive from populations that went through the window before, and what drives them.
 */
final class PopulationSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  final int index;
  final Membrane64 membrane;

  /** What arrives, {@code [step of the window][neuron]}. */
  final double[][] current;

  private final int window;
  private final int neurons;
  private final List<Outer> outer = new ArrayList<>();
  private final List<Driven> bias = new ArrayList<>();
  private final List<Driven> threshold = new ArrayList<>();
  private final double[][] other;
  private final double[] driven;
  private final double[][] currentRow = new double[1][];
  private final double[][] state;
  private final double[][] stateAdjoint;

  /** A projection from outside the population's component, and its index. */
  private record Outer(ProjectionSweep64 projection, int site) {}

  /** A drive, and its index among all sites. */
  private record Driven(DriveSweep64 drive, int site) {}

  /**
   * @param projections all of the model
   * @param drives all of the model
   */
  PopulationSweep64(
      GraphForm64 form, int index, ProjectionSweep64[] projections, DriveSweep64[] drives) {
    this.index = index;
    window = form.window();
    neurons = form.graph().populations().get(index).size();
    for (int p : form.into(index)) {
      if (!form.projections().get(p).loop()) {
        outer.add(new Outer(projections[p], p));
      }
    }
    for (int d : form.drives(index, Drive.Target.BIAS)) {
      bias.add(new Driven(drives[d], projections.length + d));
    }
    for (int d : form.drives(index, Drive.Target.THRESHOLD)) {
      threshold.add(new Driven(drives[d], projections.length + d));
    }
    membrane = form.membrane(index, neurons);
    current = new double[window][neurons];
    other = new double[outer.size() > 1 ? window : 0][neurons];
    driven = new double[neurons];
    state = new double[membrane.stateCount()][neurons];
    stateAdjoint = new double[membrane.stateCount()][neurons];
  }

  /** Bytes of all arrays. */
  static long bytes(GraphForm64 form, int index) {
    int n = form.graph().populations().get(index).size();
    long outer =
        Arrays.stream(form.into(index)).filter(p -> !form.projections().get(p).loop()).count();
    return ArrayBytes.rows((outer > 1 ? 2L : 1L) * form.window(), n, Double.BYTES)
        + 2 * evolvingBytes(form, index);
  }

  /** Bytes of {@link #evolving}. */
  static long evolvingBytes(GraphForm64 form, int index) {
    int n = form.graph().populations().get(index).size();
    return ArrayBytes.rows(form.membrane(index, 1).stateCount(), n, Double.BYTES);
  }

  /** An empty tape. */
  PopulationTape64 tape() {
    return new PopulationTape64(window, neurons, membrane.startStates());
  }

  /** Everything of the population itself that changes during an episode. */
  double[][] evolving() {
    return state;
  }

  /** Forgets the adjoints of everything later. */
  void clearAdjoint() {
    Arrays64.clear(stateAdjoint);
  }

  /**
   * Begins window {@code w} of the tape: overwrites {@link #current} with what arrives from outside
   * the population's component.
   */
  void gather(Tape64 tape, int w, int steps) {
    for (int k = 0; k < outer.size(); k++) {
      ProjectionSweep64 projection = outer.get(k).projection();
      double[][] rows = k == 0 ? current : other;
      projection.forward(
          tape.sites[outer.get(k).site()], w, tape.events(w)[projection.form.from()], rows);
      for (int t = 0; k > 0 && t < steps; t++) {
        KERNELS.add(current[t], other[t]);
      }
    }
    for (int t = 0; outer.isEmpty() && t < steps; t++) {
      Arrays.fill(current[t], 0);
    }
    if (!bias.isEmpty()) {
      Arrays.fill(driven, 0);
      bias.forEach(d -> d.drive().forward(tape.sites[d.site()], w, driven));
      for (int t = 0; t < steps; t++) {
        KERNELS.add(current[t], driven);
      }
    }
    if (!threshold.isEmpty()) {
      Arrays.fill(driven, 0);
      threshold.forEach(d -> d.drive().forward(tape.sites[d.site()], w, driven));
      membrane.lower(driven);
    }
    for (int k = 0; k < membrane.startStates(); k++) {
      System.arraycopy(state[k], 0, tape(tape).start[w][k], 0, neurons);
    }
  }

  private PopulationTape64 tape(Tape64 tape) {
    return tape.population(index);
  }

  /** Runs the neurons over all steps of window {@code w}, the first of which is {@code from}. */
  void forward(Tape64 tape, int w, int from, int steps) {
    membrane.forward(
        state, current, tape(tape).potential, w * window, tape.spikes[index], from, steps);
  }

  /**
   * Runs the neurons over step {@code t} of window {@code w}, the first of which is {@code from}.
   */
  void step(Tape64 tape, int w, int from, int t) {
    SpikeRaster spikes = tape.spikes[index];
    currentRow[0] = current[t];
    membrane.forward(state, currentRow, tape(tape).potential, w * window + t, spikes, from + t, 1);
  }

  /** Begins the reverse of window {@code w} of the tape. */
  void beginAdjoint(Tape64 tape, int w, int steps) {
    if (!threshold.isEmpty()) {
      Arrays.fill(driven, 0);
      threshold.forEach(d -> d.drive().again(tape.sites[d.site()], w, driven));
      membrane.lower(driven);
    }
    PopulationTape64 own = tape(tape);
    membrane.beginAdjoint(own.start[w], own.potential, w * window, steps);
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param adjoint of the spikes by step of the window, overwritten with those of the currents
   */
  void backward(Tape64 tape, int w, double[][] adjoint, int steps) {
    membrane.backward(stateAdjoint, tape(tape).potential, w * window, adjoint, steps);
  }

  /**
   * The reverse of {@link #step}.
   *
   * @param adjoint of the spikes of the step, overwritten with those of the currents
   */
  void stepAdjoint(Tape64 tape, int w, int t, double[] adjoint) {
    currentRow[0] = adjoint;
    membrane.backward(stateAdjoint, tape(tape).potential, w * window + t, currentRow, 1);
  }

  /**
   * The reverse of {@link #gather}.
   *
   * @param adjoint of the currents by step of the window, modified
   * @param spikeAdjoint adjoints of spikes by population and step of the window, added to
   * @param first whether this is the first window that adjoints reach
   */
  void gatherAdjoint(
      Tape64 tape, int w, double[][] adjoint, double[][][] spikeAdjoint, int steps, boolean first) {
    if (!bias.isEmpty()) {
      Arrays.fill(driven, 0);
      for (int t = 0; t < steps; t++) {
        KERNELS.add(driven, adjoint[t]);
      }
      bias.forEach(d -> d.drive().backward(tape.sites[d.site()], w, driven, first));
    }
    threshold.forEach(
        d -> d.drive().backward(tape.sites[d.site()], w, membrane.loweredAdjoint(), first));
    for (int k = outer.size() - 1; k >= 0; k--) {
      ProjectionSweep64 projection = outer.get(k).projection();
      int from = projection.form.from();
      double[][] rows = adjoint;
      if (k > 0) {
        rows = other;
        for (int t = 0; t < steps; t++) {
          System.arraycopy(adjoint[t], 0, other[t], 0, neurons);
        }
      }
      projection.backward(
          tape.sites[outer.get(k).site()],
          w,
          tape.events(w)[from],
          rows,
          spikeAdjoint[from],
          first);
    }
  }
}
