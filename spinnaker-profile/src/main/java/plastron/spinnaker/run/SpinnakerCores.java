package plastron.spinnaker.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.HostSignals;
import plastron.export.profile.EmulatedCores;
import plastron.spinnaker.program.ImageReader;
import plastron.spinnaker.program.LoadedLayer;
import plastron.spinnaker.program.SpinnakerProgram;

/**
 * The cores with all integers as they have them. In a step neurons take what arrived, then rows of
 * this step's spikes are delivered with the weights as they are, then, if an interval ends, rules
 * run. Nothing is random. Owned by one thread.
 */
public final class SpinnakerCores implements EmulatedCores {

  private static final int[] NO_RATES = {};

  private final int interval;
  private final List<LoadedLayer> layers;
  private final LayerCore[] synapses;

  /** By population; none for spike sources. */
  private final @Nullable PopulationCore[] neurons;

  /** By layer and population; every layer has its own rates: their scale is the layer's. */
  private final @Nullable RateMeter[][] meters;

  /** What the host wrote, by layer; empty for layers that read no signal. */
  private final int[][] written;

  private final int[][] spikes;
  private final int[] counts;

  /**
   * Loads an image; at rest.
   *
   * @param learning whether rules run; if not, E stays 0
   * @throws BrokenImageException if the image lacks something or holds what no register does
   */
  public SpinnakerCores(ChipImage image, boolean learning) {
    interval = image.updateInterval();
    layers = ImageReader.read(image);
    int populations = image.populations().size();
    synapses = layers.stream().map(l -> new LayerCore(l, learning)).toArray(LayerCore[]::new);
    neurons = new PopulationCore[populations];
    written = layers.stream().map(SpinnakerCores::registers).toArray(int[][]::new);
    meters = new RateMeter[layers.size()][populations];
    for (int l = 0; l < synapses.length; l++) {
      LoadedLayer layer = layers.get(l);
      if (neurons[layer.to()] == null) {
        neurons[layer.to()] = new PopulationCore(image.populations().get(layer.to()).name(), layer);
      }
      if (synapses[l].learns()) {
        addMeters(l, image);
      }
    }
    spikes = new int[populations][];
    Arrays.setAll(
        spikes,
        p -> {
          PopulationCore computing = neurons[p];
          return computing == null ? new int[image.populations().get(p).size()] : computing.spikes;
        });
    counts = new int[populations];
  }

  private static int[] registers(LoadedLayer layer) {
    return layer.learning().filter(l -> l.program().signal() >= 0).isPresent()
        ? new int[layer.size()]
        : NO_RATES;
  }

  private void addMeters(int l, ChipImage image) {
    LoadedLayer layer = layers.get(l);
    SpinnakerProgram.Plastic program = layer.learning().orElseThrow().program();
    for (int p : new int[] {layer.from(), layer.to(), program.modulator()}) {
      if (p >= 0 && meters[l][p] == null) {
        meters[l][p] = new RateMeter(program.rates(), image.populations().get(p).size());
      }
    }
  }

  @Override
  public void reset(long seed) {
    for (PopulationCore population : neurons) {
      if (population != null) {
        population.reset();
      }
    }
    for (LayerCore layer : synapses) {
      layer.reset();
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
  public void neurons(int time) {
    for (int p = 0; p < neurons.length; p++) {
      PopulationCore population = neurons[p];
      if (population != null) {
        population.step(time);
        counts[p] = population.count;
      }
    }
  }

  @Override
  public void fire(int population, SpikeRaster raster, int t) {
    counts[population] = raster.spikes(t, spikes[population]);
  }

  @Override
  public void record(int population, SpikeRaster into, int t) {
    for (int k = 0; k < counts[population]; k++) {
      into.set(t, spikes[population][k]);
    }
  }

  @Override
  public void deliver(int time, HostSignals signals) {
    for (int l = 0; l < synapses.length; l++) {
      LoadedLayer layer = layers.get(l);
      PopulationCore receiver = Objects.requireNonNull(neurons[layer.to()]);
      synapses[l].deliver(time, spikes[layer.from()], counts[layer.from()], receiver.ring);
      for (int p = 0; p < spikes.length; p++) {
        RateMeter meter = meters[l][p];
        if (meter != null) {
          meter.step(spikes[p], counts[p]);
        }
      }
    }
    if ((time + 1) % interval == 0) {
      endInterval(time / interval, signals);
    }
  }

  private void endInterval(int window, HostSignals signals) {
    for (int l = 0; l < synapses.length; l++) {
      LoadedLayer layer = layers.get(l);
      int[][] rates = new int[spikes.length][];
      for (int p = 0; p < spikes.length; p++) {
        RateMeter meter = meters[l][p];
        rates[p] = meter == null ? NO_RATES : meter.endInterval();
      }
      if (synapses[l].learns()) {
        SpinnakerProgram.Plastic program = layer.learning().orElseThrow().program();
        synapses[l].endInterval(
            rates[layer.from()],
            rates[layer.to()],
            program.modulator() < 0
                ? written(l, program, signals, window)
                : rates[program.modulator()]);
      }
    }
  }

  /** What the host writes for a layer at the end of this interval. */
  private int[] written(int l, SpinnakerProgram.Plastic program, HostSignals signals, int window) {
    int[] registers = written[l];
    for (int j = 0; j < registers.length; j++) {
      double value = signals.at(program.signal(), window, j);
      registers[j] = (int) Math.floor(Math.scalb(value, -program.signalExponent()) + 0.5);
    }
    return registers;
  }

  @Override
  public List<float[][]> traces() {
    return Arrays.stream(synapses).map(LayerCore::trace).toList();
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> now = new HashMap<>();
    for (PopulationCore population : neurons) {
      if (population != null) {
        population.countInto(now);
      }
    }
    for (LayerCore layer : synapses) {
      layer.countInto(now);
    }
    for (int l = 0; l < synapses.length; l++) {
      long clips = 0;
      long full = 0;
      for (RateMeter meter : meters[l]) {
        clips += meter == null ? 0 : meter.clips();
        full += meter == null ? 0 : meter.fullRates();
      }
      if (synapses[l].learns()) {
        now.put(layers.get(l).name() + ".rates", clips);
        now.put(layers.get(l).name() + ".full_rates", full);
      }
    }
    return now;
  }
}
