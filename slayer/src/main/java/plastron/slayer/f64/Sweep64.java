package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticLayer;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.SweepOptions;

/**
 * A whole model, forwards and backwards: windows in order, in each window layer by layer, at its
 * end all trace updates from the same rates. Windows beyond the tape are recomputed from states
 * stored at the tape's boundaries.
 */
public final class Sweep64 implements Sweep {

  private final ParameterLayout layout;
  private final int window;
  private final SweepOptions options;
  private final LayerSweep64[] layers;
  private final int[] modulator;
  private final int[] sizes;
  private final RateMeter64[] meters;
  private final double[][][] rateAdjoint;
  private final List<List<double[][]>> boundaries = new ArrayList<>();
  private double[][][] rates = new double[0][][];
  private double[][][] spikeAdjoint = new double[0][][];
  private SpikeRaster[] spikes;
  private FlatVector external = new FlatVector(0);
  private int steps;
  private int tapeWindows;
  private int onTape;
  private @Nullable SweepObserver observer;

  /** A sweep for a model's shape, loaded with its parameters. */
  public Sweep64(PlasticModel model, SweepOptions options) {
    this.options = options;
    layout = new ParameterLayout(model);
    window = model.updateInterval();
    sizes = model.sizes();
    layers = new LayerSweep64[model.layers().size()];
    modulator = new int[layers.length];
    for (int l = 0; l < layers.length; l++) {
      PlasticLayer layer = model.layers().get(l);
      modulator[l] = layer.modulatorPopulation();
      int modulators = modulator[l] < 0 ? 0 : sizes[modulator[l]];
      layers[l] = new LayerSweep64(layer, sizes[l], modulators, l == 0, options);
    }
    meters = new RateMeter64[sizes.length];
    rateAdjoint = new double[sizes.length][][];
    spikes = new SpikeRaster[sizes.length];
    for (int p = 0; p < sizes.length; p++) {
      meters[p] = new RateMeter64(model.rates(), window, (double) model.referenceRate(), sizes[p]);
      rateAdjoint[p] = new double[1][sizes[p]];
      spikes[p] = new SpikeRaster(0, sizes[p]);
    }
    wireRateAdjoints();
    load(layout.flatten(model));
  }

  private void wireRateAdjoints() {
    for (int l = 0; l < layers.length; l++) {
      for (Symbol symbol : layers[l].rule.rule().symbols(Role.ACTIVITY)) {
        layers[l].symbolAdjoint[layers[l].rule.index(symbol)] = rateAdjoint[population(l, symbol)];
      }
    }
  }

  private int population(int layer, Symbol activity) {
    return switch (activity.axis()) {
      case PRE -> layer;
      case POST -> layer + 1;
      default -> modulator[layer];
    };
  }

  @Override
  public void load(FlatVector parameters) {
    for (ParameterLayout.Slot slot : layout.slots()) {
      layers[slot.layer()].load(slot, parameters);
    }
  }

  @Override
  public SpikeRaster forward(SpikeRaster input, FlatVector externalModulator) {
    if (input.neurons() != sizes[0]) {
      throw new IllegalArgumentException(
          "Input raster (%d neurons) must have the model's %d inputs."
              .formatted(input.neurons(), sizes[0]));
    }
    steps = input.steps();
    external = externalModulator;
    spikes[0] = input;
    for (int p = 1; p < sizes.length; p++) {
      if (spikes[p].steps() == steps) {
        spikes[p].clear();
      } else {
        spikes[p] = new SpikeRaster(steps, sizes[p]);
      }
    }
    tapeWindows = Math.max(1, Math.min(windows(), options.checkpointWindows()));
    makeRoom();
    boundaries.clear();
    for (LayerSweep64 layer : layers) {
      layer.reset();
    }
    for (RateMeter64 meter : meters) {
      Arrays.fill(meter.meter, 0);
    }
    for (int start = 0; start < windows(); start += tapeWindows) {
      if (start > 0) {
        for (LayerSweep64 layer : layers) {
          layer.carry(tapeWindows);
        }
      }
      if (windows() > tapeWindows) {
        boundaries.add(save());
      }
      forwardTape(start);
    }
    return spikes[sizes.length - 1];
  }

  private int windows() {
    return (steps + window - 1) / window;
  }

  private void makeRoom() {
    for (LayerSweep64 layer : layers) {
      layer.record(tapeWindows, window);
    }
    if (rates.length < tapeWindows) {
      rates = new double[tapeWindows][sizes.length][];
      for (double[][] row : rates) {
        for (int p = 0; p < sizes.length; p++) {
          row[p] = new double[sizes[p]];
        }
      }
    }
    if (spikeAdjoint.length == 0) {
      spikeAdjoint = new double[sizes.length][window][];
      for (int p = 0; p < sizes.length; p++) {
        for (int t = 0; t < window; t++) {
          spikeAdjoint[p][t] = new double[sizes[p]];
        }
      }
    }
  }

  private List<double[][]> evolving() {
    List<double[][]> all = new ArrayList<>();
    for (LayerSweep64 layer : layers) {
      all.addAll(layer.evolving());
    }
    for (RateMeter64 meter : meters) {
      all.add(new double[][] {meter.meter});
    }
    return all;
  }

  private List<double[][]> save() {
    List<double[][]> copies = new ArrayList<>();
    for (double[][] rows : evolving()) {
      copies.add(Arrays64.copyOf(rows));
    }
    return copies;
  }

  private void restore(List<double[][]> saved) {
    List<double[][]> live = evolving();
    for (int i = 0; i < live.size(); i++) {
      Arrays64.copy(saved.get(i), live.get(i));
    }
  }

  private void forwardTape(int start) {
    onTape = start;
    int end = Math.min(start + tapeWindows, windows());
    for (int w = start; w < end; w++) {
      int from = w * window;
      int to = Math.min(from + window, steps);
      int slot = w - start;
      for (int l = 0; l < layers.length; l++) {
        layers[l].forward(slot, window, from, to, spikes[l], spikes[l + 1]);
      }
      for (int p = 0; p < sizes.length; p++) {
        meters[p].forward(spikes[p], from, to, rates[slot][p]);
      }
      boolean whole = to - from == window;
      for (int l = 0; l < layers.length; l++) {
        if (whole) {
          showRates(l, slot, w);
          layers[l].update(slot);
        } else {
          layers[l].keep(slot);
        }
      }
      if (observer != null) {
        observe(observer, w, slot, from, to, whole);
      }
    }
  }

  private void showRates(int l, int slot, int w) {
    LayerSweep64 layer = layers[l];
    for (int s = 0; s < layer.rule.symbols().size(); s++) {
      Symbol symbol = layer.rule.symbols().get(s);
      if (symbol.role() == Role.ACTIVITY) {
        layer.frame.value[s][0] = rates[slot][population(l, symbol)];
      } else if (symbol.role() == Role.EXTERNAL) {
        double given = w < external.size() ? (double) external.get(w) : 0;
        for (double[] row : layer.frame.value[s]) {
          Arrays.fill(row, given);
        }
      }
    }
  }

  @Override
  public void backward(OutputAdjoint output, FlatVector gradient) {
    for (LayerSweep64 layer : layers) {
      layer.clearGradient();
    }
    clearAdjoints();
    int last = windows() - 1;
    for (int w = last; w >= 0; w--) {
      int start = w - w % tapeWindows;
      if (start != onTape) {
        restore(boundaries.get(start / tapeWindows));
        forwardTape(start);
      }
      if (w != last && (w + 1) % options.truncateWindows() == 0) {
        clearAdjoints();
      }
      backwardWindow(w, w - start, output);
    }
    for (ParameterLayout.Slot slot : layout.slots()) {
      layers[slot.layer()].addGradient(slot, gradient);
    }
  }

  private void clearAdjoints() {
    for (LayerSweep64 layer : layers) {
      layer.clearAdjoint();
    }
    for (RateMeter64 meter : meters) {
      meter.clearAdjoint();
    }
  }

  private void backwardWindow(int w, int slot, OutputAdjoint output) {
    int from = w * window;
    int to = Math.min(from + window, steps);
    int outputs = sizes.length - 1;
    for (int p = 1; p <= outputs; p++) {
      Arrays64.clear(spikeAdjoint[p]);
    }
    for (int t = from; t < to; t++) {
      for (int i = 0; i < sizes[outputs]; i++) {
        spikeAdjoint[outputs][t - from][i] = (double) output.get(t, i);
      }
    }
    if (to - from == window) {
      for (double[][] rows : rateAdjoint) {
        Arrays64.clear(rows);
      }
      for (int l = 0; l < layers.length; l++) {
        showRates(l, slot, w);
        layers[l].updateAdjoint(slot);
      }
      for (int p = 1; p <= outputs; p++) {
        meters[p].backward(rateAdjoint[p][0], spikeAdjoint[p], window);
      }
    }
    for (int l = layers.length - 1; l >= 0; l--) {
      layers[l].backward(
          slot, window, from, to, spikes[l], spikes[l + 1], spikeAdjoint[l + 1], spikeAdjoint[l]);
    }
  }

  @Override
  public SpikeRaster spikes(int layer) {
    return spikes[layer + 1];
  }

  @Override
  public void replay(SweepObserver newObserver) {
    observer = newObserver;
    try {
      forward(spikes[0], external);
    } finally {
      observer = null;
    }
  }

  private void observe(SweepObserver watching, int w, int slot, int from, int to, boolean whole) {
    for (int l = 0; l < layers.length; l++) {
      for (int t = from; t < to; t++) {
        double[] u = layers[l].potential(slot * window + t - from);
        for (int i = 0; i < u.length; i++) {
          watching.potential(l, t, i, u[i]);
        }
      }
      if (whole) {
        layers[l].observe(watching, w, l);
      }
    }
  }
}
