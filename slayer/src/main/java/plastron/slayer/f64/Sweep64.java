package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plastron.core.memory.ArrayBytes;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.LayeredOutline;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapePlan;

/**
 * A whole model, forwards and backwards: windows in order, in each window layer by layer, at its
 * end all trace updates from the same rates. What a {@link TapePlan} leaves out is recomputed on
 * the way back: rule states stretch by stretch, everything else run by run.
 */
public final class Sweep64 implements Sweep {

  private final ParameterLayout layout;
  private final SweepOptions options;
  private final SweepMemory memory;
  private final int[] sizes;
  private final int window;
  private final LayerSweep64[] layers;
  private final RateMeters64 meters;
  private final double[][][] spikeAdjoint;
  private @Nullable SweepObserver observer;

  /** A sweep for a model's shape, loaded with its parameters. */
  public Sweep64(LayeredModel model, SweepOptions options) {
    this.options = options;
    layout = new ParameterLayout(model);
    memory = memory(model.outline(), options);
    sizes = model.sizes();
    window = memory.steps();
    layers =
        LayerForm64.of(model.outline(), options).stream()
            .map(LayerSweep64::new)
            .toArray(LayerSweep64[]::new);
    spikeAdjoint = new double[sizes.length][window][];
    for (int p = 0; p < sizes.length; p++) {
      for (int t = 0; t < window; t++) {
        spikeAdjoint[p][t] = new double[sizes[p]];
      }
    }
    meters = new RateMeters64(model, layers, window);
    for (LayerSweep64 layer : layers) {
      for (ProjectionSweep64 projection : layer.projections) {
        projection.wire(meters.rateAdjoint);
      }
    }
    load(layout.flatten(model));
  }

  /** What such a sweep and its tapes take. */
  public static SweepMemory memory(LayeredOutline model, SweepOptions options) {
    int[] sizes = model.sizes();
    int window = LayerForm64.window(model, options);
    long bytes = RateMeters64.bytes(sizes);
    long kept = 0;
    long state = 0;
    long boundary = RateMeters64.evolvingBytes(sizes);
    for (int size : sizes) {
      bytes += ArrayBytes.rows(window, size, Double.BYTES);
      kept += ArrayBytes.rows(1, size, Double.BYTES);
    }
    for (LayerForm64 layer : LayerForm64.of(model, options)) {
      bytes += LayerSweep64.bytes(layer);
      kept += LayerTape64.windowBytes(layer);
      state += LayerTape64.stateBytes(layer);
      boundary += LayerSweep64.evolvingBytes(layer);
    }
    return new SweepMemory(bytes, window, sizes, kept, state, boundary);
  }

  @Override
  public void load(FlatVector parameters) {
    for (ParameterLayout.Slot slot : layout.slots()) {
      rule(slot).load(slot, parameters);
    }
    for (LayerSweep64 layer : layers) {
      for (ProjectionSweep64 projection : layer.projections) {
        projection.rule.clearGradient();
      }
    }
  }

  private RuleSweep64 rule(ParameterLayout.Slot slot) {
    return layers[slot.layer()].projections[slot.projection()].rule;
  }

  @Override
  public Tape tape() {
    return new Tape64(sizes);
  }

  @Override
  public void forward(Tape record, SpikeRaster input, FlatVector external) {
    if (input.neurons() != sizes[0]) {
      throw new IllegalArgumentException(
          "Input raster (%d neurons) must have the model's %d inputs."
              .formatted(input.neurons(), sizes[0]));
    }
    Tape64 tape = (Tape64) record;
    TapePlan plan = memory.plan(options.tape(), input.steps());
    tape.begin(input, external, plan);
    for (int l = 0; l < layers.length; l++) {
      if (tape.layers[l] == null) {
        tape.layers[l] = layers[l].tape();
      }
      tape.layers[l].begin(plan);
    }
    for (double[][] rows : evolving(tape)) {
      Arrays64.clear(rows);
    }
    for (int run = 0; run < plan.runs(); run++) {
      for (int l = 0; run > 0 && l < layers.length; l++) {
        layers[l].carry(tape.layers[l], plan.start(run) - plan.start(run - 1));
      }
      if (plan.runs() > 1) {
        tape.boundaries.add(save(tape));
      }
      forwardRun(tape, run);
    }
  }

  private int windows(Tape64 tape) {
    return (tape.steps + window - 1) / window;
  }

  private List<double[][]> evolving(Tape64 tape) {
    List<double[][]> all = new ArrayList<>();
    for (int l = 0; l < layers.length; l++) {
      all.addAll(layers[l].evolving(tape.layers[l]));
    }
    all.addAll(meters.evolving());
    return all;
  }

  private List<double[][]> save(Tape64 tape) {
    List<double[][]> copies = new ArrayList<>();
    for (double[][] rows : evolving(tape)) {
      copies.add(Arrays64.copyOf(rows));
    }
    return copies;
  }

  private void restore(Tape64 tape, List<double[][]> saved) {
    List<double[][]> live = evolving(tape);
    for (int i = 0; i < live.size(); i++) {
      Arrays64.copy(saved.get(i), live.get(i));
    }
  }

  private void forwardRun(Tape64 tape, int run) {
    tape.run = run;
    int start = tape.plan.start(run);
    int end = tape.plan.start(run + 1);
    tape.stretch = tape.plan.stretchOf(end - 1 - start);
    for (int w = start; w < end; w++) {
      int from = w * window;
      int to = Math.min(from + window, tape.steps);
      int slot = w - start;
      SpikeEvents[] events = tape.events(slot);
      events[0].read(tape.spikes[0], from, to);
      for (int l = 0; l < layers.length; l++) {
        layers[l].forward(tape.layers[l], slot, events[l], tape.spikes[l + 1], from);
        events[l + 1].read(tape.spikes[l + 1], from, to);
      }
      meters.forward(events, tape.rates[slot]);
      boolean whole = to - from == window;
      for (int l = 0; l < layers.length; l++) {
        if (whole) {
          layers[l].update(tape.layers[l], slot, tape.rates[slot], tape.external(w));
        } else {
          layers[l].keep(tape.layers[l], slot);
        }
      }
      if (observer != null) {
        observe(observer, tape, w, slot, from, to, whole);
      }
    }
  }

  @Override
  public void backward(Tape record, OutputAdjoint output) {
    Tape64 tape = (Tape64) record;
    int total = windows(tape);
    for (int w = total - 1; w >= 0; w--) {
      int slot = hold(tape, w);
      boolean last = w == total - 1 || (w + 1) % options.truncateWindows() == 0;
      if (last) {
        clearAdjoints();
      }
      setSpikeAdjoints(tape, w, output);
      if (!last) {
        updateAdjoint(tape, w, slot);
      }
      boolean first = w % options.truncateWindows() == 0;
      SpikeEvents[] events = tape.events(slot);
      for (int l = layers.length - 1; l >= 0; l--) {
        layers[l].backward(
            tape.layers[l],
            slot,
            events[l],
            events[l + 1],
            spikeAdjoint[l + 1],
            spikeAdjoint[l],
            first);
      }
    }
  }

  /** Recomputes what the tape does not hold of a window; returns its number within its run. */
  private int hold(Tape64 tape, int w) {
    int run = tape.plan.runOf(w);
    if (run != tape.run) {
      restore(tape, tape.boundaries.get(run));
      forwardRun(tape, run);
    }
    int slot = w - tape.plan.start(run);
    if (tape.plan.stretchOf(slot) != tape.stretch) {
      recall(tape, slot);
    }
    return slot;
  }

  /**
   * Fills a stretch of the run that is held, as far as a window: none of those before it ended
   * without an update.
   */
  private void recall(Tape64 tape, int slot) {
    tape.stretch = tape.plan.stretchOf(slot);
    int start = tape.plan.start(tape.run);
    for (int s = tape.plan.stretchStart(tape.stretch); s <= slot; s++) {
      int from = (start + s) * window;
      for (int p = 0; p < sizes.length; p++) {
        tape.events(s)[p].read(tape.spikes[p], from, Math.min(from + window, tape.steps));
      }
      for (int l = 0; s < slot && l < layers.length; l++) {
        layers[l].updateAgain(tape.layers[l], s, tape.rates[s], tape.external(start + s));
      }
    }
  }

  private void clearAdjoints() {
    for (LayerSweep64 layer : layers) {
      layer.clearAdjoint();
    }
    meters.clearAdjoint();
  }

  private void setSpikeAdjoints(Tape64 tape, int w, OutputAdjoint output) {
    int from = w * window;
    int steps = Math.min(window, tape.steps - from);
    int outputs = sizes.length - 1;
    for (int p = 1; p < outputs; p++) {
      for (int t = 0; t < steps; t++) {
        Arrays.fill(spikeAdjoint[p][t], 0);
      }
    }
    for (int t = 0; t < steps; t++) {
      output.copy(from + t, spikeAdjoint[outputs][t]);
    }
  }

  private void updateAdjoint(Tape64 tape, int w, int slot) {
    meters.clearRateAdjoint();
    for (int l = 0; l < layers.length; l++) {
      layers[l].updateAdjoint(tape.layers[l], slot, tape.rates[slot], tape.external(w));
    }
    meters.backward(spikeAdjoint, window);
  }

  @Override
  public void drain(FlatVector gradient) {
    for (ParameterLayout.Slot slot : layout.slots()) {
      rule(slot).drain(slot, gradient);
    }
  }

  @Override
  public void replay(Tape tape, SweepObserver newObserver) {
    observer = newObserver;
    try {
      forward(tape, ((Tape64) tape).spikes[0], ((Tape64) tape).external());
    } finally {
      observer = null;
    }
  }

  private void observe(
      SweepObserver watching, Tape64 tape, int w, int slot, int from, int to, boolean whole) {
    for (int l = 0; l < layers.length; l++) {
      for (int t = from; t < to; t++) {
        double[] u = tape.layers[l].potential[slot * window + t - from];
        for (int i = 0; i < u.length; i++) {
          watching.potential(l, t, i, u[i]);
        }
      }
      if (whole) {
        for (int p = 0; p < layers[l].projections.length; p++) {
          layers[l].projections[p].rule.observe(watching, w, l, p);
        }
      }
    }
  }
}
