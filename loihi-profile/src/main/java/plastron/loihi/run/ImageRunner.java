package plastron.loihi.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.profile.Emulator;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.emulator.Dense;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.LifParameters;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.emulator.SynapticRows;
import plastron.loihi.learning.LearningCounts;
import plastron.loihi.learning.SeededRandom;
import plastron.loihi.scale.LayerProgram;

/**
 * The emulator of the chip family: Lava's bit-exact neurons, synapses and learning engine, with a
 * random number of its own for every rounding as the generators of cores draw them. Every {@link
 * #reset} seeds the numbers anew, so that an episode does not depend on what ran before it. Owned
 * by one thread.
 */
public final class ImageRunner implements Emulator {

  private final ChipImage image;
  private long seed;
  private final List<LayerRun> layers = new ArrayList<>();
  private final SeededRandom random;
  private final SpikeList[] spikes;
  private final int[][] firing;
  private final boolean learns;
  private Map<String, Long> counted = Map.of();
  private int time;

  /** One layer. */
  private record LayerRun(
      ImageLayer layer,
      Lif neurons,
      Dense fixed,
      Optional<PlasticLayerRun> plastic,
      int[] activation) {}

  /**
   * At rest.
   *
   * @param learning whether the rules run; if not, plastic weights stay zero
   * @throws plastron.export.image.BrokenImageException if the image lacks something or holds what
   *     no register does
   */
  public ImageRunner(ChipImage image, boolean learning, long seed) {
    RegisterCheck.require(image);
    this.image = image;
    this.seed = seed;
    random = new SeededRandom(seed, SeededRandom.Sharing.INDEPENDENT);
    spikes = new SpikeList[image.layers().size() + 1];
    spikes[0] = new SpikeList(image.inputs());
    for (int l = 0; l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      int[] bias = new int[layer.size()];
      Arrays.fill(
          bias,
          BiasEncoding.value(
              layer.integer32(ImageKeys.BIAS_MANTISSA), layer.integer32(ImageKeys.BIAS_EXPONENT)));
      Lif neurons =
          new Lif(
              new LifParameters(
                  layer.integer32(ImageKeys.DU),
                  layer.integer32(ImageKeys.DV),
                  layer.integer32(ImageKeys.VTH),
                  bias));
      int[][] weights = layer.array(LayerProgram.STATIC_WEIGHTS).values();
      Dense fixed =
          new Dense(
              SynapticRows.transposed(weights, layer.size()),
              layer.inputs(),
              layer.integer32(ImageKeys.STATIC_EXPONENT));
      Optional<PlasticLayerRun> plastic =
          learning && PlasticLayerRun.isPlastic(layer)
              ? Optional.of(new PlasticLayerRun(layer, l, image.updateInterval(), random))
              : Optional.empty();
      layers.add(new LayerRun(layer, neurons, fixed, plastic, new int[layer.size()]));
      spikes[l + 1] = neurons.spikes();
    }
    firing = new int[spikes.length][];
    Arrays.setAll(firing, p -> new int[spikes[p].neurons()]);
    learns = layers.stream().anyMatch(l -> l.plastic().isPresent());
  }

  @Override
  public void reset() {
    reset(seed);
  }

  @Override
  public void reset(long newSeed) {
    seed = newSeed;
    time = 0;
    random.restart(seed);
    for (LayerRun layer : layers) {
      layer.neurons().reset();
      layer.fixed().reset();
      layer.plastic().ifPresent(PlasticLayerRun::reset);
    }
  }

  @Override
  public Recording run(Input given) {
    SpikeRaster input = given.single();
    requireInputs(input);
    List<SpikeRaster> out = new ArrayList<>();
    for (SpikeList population : spikes) {
      out.add(new SpikeRaster(input.steps(), population.neurons()));
    }
    List<List<float[][]>> traces = new ArrayList<>();
    for (int t = 0; t < input.steps(); t++) {
      time++;
      fire(0, input, t);
      neurons();
      receive();
      for (int p = 0; p < spikes.length; p++) {
        for (int k = 0; k < spikes[p].size(); k++) {
          out.get(p).set(t, spikes[p].get(k));
        }
      }
      record(traces);
    }
    return new Recording(out, traces, newlyCounted());
  }

  @Override
  public Recording drive(List<SpikeRaster> given) {
    requireInputs(given.getFirst());
    List<List<float[][]>> traces = new ArrayList<>();
    for (int t = 0; t < given.getFirst().steps(); t++) {
      time++;
      neurons();
      for (int p = 0; p < spikes.length; p++) {
        fire(p, given.get(p), t);
      }
      receive();
      record(traces);
    }
    return new Recording(given, traces, newlyCounted());
  }

  private void requireInputs(SpikeRaster input) {
    if (input.neurons() != image.inputs()) {
      throw new IllegalArgumentException(
          "Input (%d neurons) must have the network's %d."
              .formatted(input.neurons(), image.inputs()));
    }
  }

  /** Makes a population fire as a raster says. */
  private void fire(int population, SpikeRaster raster, int t) {
    int[] active = firing[population];
    int count = raster.spikes(t, active);
    spikes[population].clear();
    for (int k = 0; k < count; k++) {
      spikes[population].add(active[k]);
    }
  }

  private void neurons() {
    for (int l = 0; l < layers.size(); l++) {
      LayerRun layer = layers.get(l);
      Arrays.fill(layer.activation(), 0);
      layer.fixed().deliver(layer.activation());
      if (layer.plastic().isPresent()) {
        layer.plastic().get().deliver(layer.activation());
      }
      layer.neurons().step(layer.activation());
    }
  }

  private void receive() {
    for (int l = 0; l < layers.size(); l++) {
      layers.get(l).fixed().receive(spikes[l]);
    }
    if (learns) {
      for (int l = 0; l < layers.size(); l++) {
        if (layers.get(l).plastic().isPresent()) {
          layers.get(l).plastic().get().receive(spikes, time);
        }
      }
    }
  }

  private void record(List<List<float[][]>> traces) {
    if (time % image.updateInterval() == 0) {
      traces.add(layers.stream().map(ImageRunner::traces).toList());
    }
  }

  private static float[][] traces(LayerRun layer) {
    return layer
        .plastic()
        .map(PlasticLayerRun::traces)
        .orElseGet(() -> new float[layer.layer().inputs()][layer.layer().size()]);
  }

  /** What was counted since the last call: the layers themselves only ever count upwards. */
  private Map<String, Long> newlyCounted() {
    Map<String, Long> now = counters();
    Map<String, Long> difference = new TreeMap<>(now);
    counted.forEach((name, before) -> difference.merge(name, -before, Long::sum));
    counted = now;
    return difference;
  }

  private Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    for (LayerRun layer : layers) {
      String name = layer.layer().name();
      counters.put(name + ".current_wraps", layer.neurons().currentWraps());
      counters.put(name + ".voltage_clips", layer.neurons().voltageClips());
      layer.plastic().ifPresent(plastic -> count(counters, name, plastic));
    }
    return counters;
  }

  private static void count(Map<String, Long> counters, String name, PlasticLayerRun plastic) {
    count(counters, name + ".trace_saturations", plastic, LearningCounts::traceSaturations);
    count(counters, name + ".trace_tops", plastic, LearningCounts::traceTops);
    count(counters, name + ".product_wraps", plastic, LearningCounts::productWraps);
    count(counters, name + ".product_saturations", plastic, LearningCounts::productSaturations);
    count(
        counters,
        name + ".accumulator_saturations",
        plastic,
        LearningCounts::accumulatorSaturations);
    count(counters, name + ".accumulator_bounds", plastic, LearningCounts::accumulatorBounds);
    count(counters, name + ".weight_bounds", plastic, LearningCounts::variableBounds);
    count(counters, name + ".weight_saturations", plastic, LearningCounts::variableSaturations);
    counters.put(name + ".neuron_saturations", plastic.neuronSaturations());
    counters.put(name + ".third_factor_clips", plastic.clippedFactors());
  }

  private static void count(
      Map<String, Long> counters,
      String name,
      PlasticLayerRun plastic,
      ToLongFunction<LearningCounts> count) {
    counters.put(name, plastic.counts().stream().mapToLong(count).sum());
  }
}
