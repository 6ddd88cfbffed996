package plastron.spinnaker.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.profile.Emulator;
import plastron.spinnaker.program.ImageReader;
import plastron.spinnaker.program.LayerProgram;
import plastron.spinnaker.program.LoadedLayer;

/**
 * The emulator: runs a chip image step by step, all integers as the cores have them. In a step
 * neurons take what arrived, then rows of this step's spikes are delivered with the weights as they
 * are, then, if an interval ends, rules run. Nothing is random. Owned by one thread.
 */
public final class ImageRunner implements Emulator {

  private static final int[] NO_RATES = {};

  private final ChipImage image;
  private final List<LoadedLayer> layers;
  private final LayerCore[] cores;
  private final @Nullable RateMeter[][] meters;
  private final int[] sizes;
  private final int[] input;
  private int time;
  private int stepOfInterval;
  private final Map<String, Long> before = new HashMap<>();

  /**
   * Loads an image; the emulator is at rest.
   *
   * @param learning whether rules run; if not, E stays 0
   * @throws BrokenImageException if the image lacks something or holds what no register does
   */
  public ImageRunner(ChipImage image, boolean learning) {
    this.image = image;
    layers = ImageReader.read(image);
    int n = layers.size();
    cores = new LayerCore[n];
    sizes = new int[n + 1];
    sizes[0] = image.inputs();
    for (int l = 0; l < n; l++) {
      cores[l] = new LayerCore(layers.get(l), learning);
      sizes[l + 1] = layers.get(l).size();
    }
    meters = new RateMeter[n][n + 1];
    for (int l = 0; l < n; l++) {
      if (cores[l].learns()) {
        addMeters(l, layers.get(l).learning().orElseThrow().program());
      }
    }
    input = new int[image.inputs()];
  }

  /** Every layer has its own rates: their scale is the layer's. */
  private void addMeters(int l, LayerProgram.Plastic program) {
    meters[l][l] = new RateMeter(program.rates(), sizes[l]);
    meters[l][l + 1] = new RateMeter(program.rates(), sizes[l + 1]);
    int modulator = program.modulator();
    if (modulator >= 0 && meters[l][modulator] == null) {
      meters[l][modulator] = new RateMeter(program.rates(), sizes[modulator]);
    }
  }

  @Override
  public void reset() {
    time = 0;
    stepOfInterval = 0;
    for (LayerCore core : cores) {
      core.reset();
    }
    for (@Nullable RateMeter[] row : meters) {
      for (RateMeter meter : row) {
        if (meter != null) {
          meter.reset();
        }
      }
    }
  }

  @Override
  public void reset(long seed) {
    reset();
  }

  @Override
  public Recording run(Input given) {
    SpikeRaster spikes = given.single();
    requireInputs(spikes);
    List<SpikeRaster> out = new ArrayList<>();
    out.add(spikes);
    for (LayerCore core : cores) {
      out.add(new SpikeRaster(spikes.steps(), core.spikes.length));
    }
    List<List<float[][]>> traces = new ArrayList<>();
    for (int t = 0; t < spikes.steps(); t++) {
      for (int l = 0; l < cores.length; l++) {
        cores[l].step(time);
        for (int k = 0; k < cores[l].count; k++) {
          out.get(l + 1).set(t, cores[l].spikes[k]);
        }
      }
      arrive(spikes, t, traces);
    }
    return new Recording(out, traces, counters());
  }

  @Override
  public Recording drive(List<SpikeRaster> given) {
    requireInputs(given.getFirst());
    List<List<float[][]>> traces = new ArrayList<>();
    for (int t = 0; t < given.getFirst().steps(); t++) {
      for (int l = 0; l < cores.length; l++) {
        cores[l].step(time);
        cores[l].count = given.get(l + 1).spikes(t, cores[l].spikes);
      }
      arrive(given.getFirst(), t, traces);
    }
    return new Recording(given, traces, counters());
  }

  private void requireInputs(SpikeRaster spikes) {
    if (spikes.neurons() != image.inputs()) {
      throw new IllegalArgumentException(
          "Input (%d neurons) must have %d neurons.".formatted(spikes.neurons(), image.inputs()));
    }
  }

  /** The rest of a step in which all neurons have fired. */
  private void arrive(SpikeRaster spikes, int t, List<List<float[][]>> traces) {
    int inputs = spikes.spikes(t, input);
    for (int l = 0; l < cores.length; l++) {
      if (l == 0) {
        cores[l].deliver(time, input, inputs);
      } else {
        cores[l].deliver(time, cores[l - 1].spikes, cores[l - 1].count);
      }
      for (int p = 0; p < sizes.length; p++) {
        RateMeter meter = meters[l][p];
        if (meter != null) {
          meter.step(p == 0 ? input : cores[p - 1].spikes, p == 0 ? inputs : cores[p - 1].count);
        }
      }
    }
    time++;
    if (++stepOfInterval == image.updateInterval()) {
      stepOfInterval = 0;
      endInterval();
      traces.add(Arrays.stream(cores).map(LayerCore::trace).toList());
    }
  }

  private void endInterval() {
    for (int l = 0; l < cores.length; l++) {
      int[][] rates = new int[sizes.length][];
      for (int p = 0; p < sizes.length; p++) {
        RateMeter meter = meters[l][p];
        rates[p] = meter == null ? NO_RATES : meter.endInterval();
      }
      if (cores[l].learns()) {
        int modulator = layers.get(l).learning().orElseThrow().program().modulator();
        cores[l].endInterval(rates[l], rates[l + 1], modulator < 0 ? NO_RATES : rates[modulator]);
      }
    }
  }

  /** What was counted since the last call. */
  private Map<String, Long> counters() {
    Map<String, Long> now = new HashMap<>();
    for (LayerCore core : cores) {
      core.countInto(now);
    }
    for (int l = 0; l < cores.length; l++) {
      long clips = 0;
      long full = 0;
      for (RateMeter meter : meters[l]) {
        clips += meter == null ? 0 : meter.clips();
        full += meter == null ? 0 : meter.fullRates();
      }
      if (cores[l].learns()) {
        now.put(layers.get(l).name() + ".rates", clips);
        now.put(layers.get(l).name() + ".full_rates", full);
      }
    }
    Map<String, Long> since = new HashMap<>();
    now.forEach((name, value) -> since.put(name, value - before.getOrDefault(name, 0L)));
    before.putAll(now);
    return since;
  }
}
