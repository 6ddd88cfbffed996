package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.npz.NpyArray;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.run.ImageKeys;

/**
 * What a bundle is tried on: spikes of the sources whose rates change with every window, up to the
 * largest of the calibration, and values for all signals.
 *
 * @param image the network
 * @param length of all trials
 * @param all the trials
 */
record BundleTrials(ChipImage image, Length length, List<Trial> all) {

  /** How many trials. */
  static final int COUNT = 3;

  /** Host-written registers take values up to this share of their range. */
  private static final int LARGEST_WRITTEN = 1 << 13;

  /**
   * One trial.
   *
   * @param sources spikes of the image's sources, in their order
   * @param signals values by name
   */
  record Trial(List<SpikeRaster> sources, Map<String, Signal> signals) {}

  /** How long a trial is. */
  record Length(int windows, int interval) {

    private static final int FEWEST_WINDOWS = 6;
    private static final int FEWEST_STEPS = 120;

    static Length of(ChipImage image) {
      int interval = image.updateInterval();
      return new Length(Math.max(FEWEST_WINDOWS, Math.ceilDiv(FEWEST_STEPS, interval)), interval);
    }

    int steps() {
      return windows * interval;
    }
  }

  /** The trials of an image, the same for the same image. */
  static BundleTrials of(ChipImage image) {
    Length length = Length.of(image);
    SplittableRandom random = new SplittableRandom(image.seed());
    Map<String, Integer> exponents = exponents(image);
    List<Trial> all = new ArrayList<>();
    for (int trial = 0; trial < COUNT; trial++) {
      List<SpikeRaster> sources = new ArrayList<>();
      for (int source : image.sources()) {
        double largest = image.calibration().populations().get(source).maxWindowRate();
        sources.add(spikes(length, image.sizes().get(source), largest, random));
      }
      Map<String, Signal> signals = new HashMap<>();
      exponents.forEach(
          (name, exponent) ->
              signals.put(
                  name, signal(length, image.signals().getOrDefault(name, 1), exponent, random)));
      all.add(new Trial(sources, signals));
    }
    return new BundleTrials(image, length, all);
  }

  private static SpikeRaster spikes(
      Length length, int neurons, double largestRate, SplittableRandom random) {
    SpikeRaster raster = new SpikeRaster(length.steps(), neurons);
    double[] rates = new double[neurons];
    for (int t = 0; t < length.steps(); t++) {
      for (int n = 0; n < neurons; n++) {
        if (t % length.interval() == 0) {
          rates[n] = largestRate * random.nextDouble();
        }
        if (random.nextDouble() < rates[n]) {
          raster.set(t, n);
        }
      }
    }
    return raster;
  }

  private static Signal signal(Length length, int width, int exponent, SplittableRandom random) {
    double[][] values = new double[length.windows()][width];
    for (double[] window : values) {
      for (int i = 0; i < width; i++) {
        window[i] =
            Math.scalb((double) random.nextInt(-LARGEST_WRITTEN, LARGEST_WRITTEN), exponent);
      }
    }
    return Signal.perNeuron(values);
  }

  /** The smallest unit in which a register has a signal, by its name. */
  private static Map<String, Integer> exponents(ChipImage image) {
    List<String> names = List.copyOf(image.signals().keySet());
    Map<String, Integer> exponents = new HashMap<>();
    for (ImageLayer layer : image.layers()) {
      for (Statement.Host host : hosts(layer)) {
        exponents.merge(names.get(host.signal()), host.exponent(), Math::min);
      }
    }
    return exponents;
  }

  /** The registers of a layer that the host writes. */
  static List<Statement.Host> hosts(ImageLayer layer) {
    return NeuronProgram.parse(ImageKeys.statements(layer)).statements().stream()
        .filter(Statement.Host.class::isInstance)
        .map(Statement.Host.class::cast)
        .toList();
  }

  /** The content of {@code input.npz}. */
  List<NpyArray> arrays() {
    List<NpyArray> arrays = new ArrayList<>();
    List<String> names = List.copyOf(image.signals().keySet());
    for (int k = 0; k < all.size(); k++) {
      Trial trial = all.get(k);
      for (int s = 0; s < trial.sources().size(); s++) {
        String name = Names.spikes(k, image.sources().get(s));
        arrays.add(ExpectedRun.raster(name, trial.sources().get(s)));
      }
      for (int l = 0; l < image.layers().size(); l++) {
        int neurons = image.layers().get(l).size();
        List<Statement.Host> hosts = hosts(image.layers().get(l));
        for (int h = 0; h < hosts.size(); h++) {
          Statement.Host host = hosts.get(h);
          Signal signal = trial.signals().getOrDefault(names.get(host.signal()), Signal.NONE);
          int[] written =
              IntStream.range(0, length.windows() * neurons)
                  .map(at -> host.register(signal.at(at / neurons, at % neurons)))
                  .toArray();
          arrays.add(NpyArray.ints(Names.host(k, l, h), written, length.windows(), neurons));
        }
      }
    }
    return arrays;
  }
}
