package plastron.loihi.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.image.HostSignals;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.profile.EmulatedCores;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.emulator.CompartmentParameters;
import plastron.loihi.emulator.Dense;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.emulator.SynapticRows;
import plastron.loihi.learning.LearningCounts;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.random.RandomSources;

/**
 * The cores of the chip family: bit-exact neurons, synapses and learning engine. Every {@link
 * #reset} seeds the random numbers anew, so that an episode does not depend on what ran before it.
 * Owned by one thread. Long, because a step takes up all parts of a core in turn.
 */
public final class LoihiCores implements EmulatedCores {

  private final int interval;
  private final LoihiArithmetic arithmetic;
  private final List<PopulationRun> populations = new ArrayList<>();

  /** In the order of the image: rules draw their random numbers in it. */
  private final List<LayerRun> layers = new ArrayList<>();

  private final RandomSources random;
  private final SpikeList[] spikes;
  private final int[][] firing;
  private final boolean learns;

  /** Neurons with the layers that lead to them. */
  private record PopulationRun(String name, Lif neurons, List<LayerRun> layers, int[] activation) {}

  /** The synapses of one layer. */
  private record LayerRun(ImageLayer layer, List<Dense> fixed, Optional<PlasticLayerRun> plastic) {}

  /**
   * At rest.
   *
   * @param arithmetic how neurons and synapses compute; the image's own is {@link
   *     ImageKeys#arithmetic}
   * @param learning whether the rules run; if not, plastic weights stay zero
   * @param random what the engines draw from, at its start
   * @throws plastron.export.image.BrokenImageException if the image lacks something or holds what
   *     no register does
   */
  public LoihiCores(
      ChipImage image, LoihiArithmetic arithmetic, boolean learning, RandomSources random) {
    RegisterCheck.require(image);
    interval = image.updateInterval();
    this.arithmetic = arithmetic;
    this.random = random;
    spikes = new SpikeList[image.populations().size()];
    Lif[] neurons = new Lif[spikes.length];
    for (int p = 0; p < spikes.length; p++) {
      List<ImageLayer> into = image.into(p);
      if (into.isEmpty()) {
        spikes[p] = new SpikeList(image.populations().get(p).size());
      } else {
        neurons[p] = neurons(into.getFirst());
        spikes[p] = neurons[p].spikes();
      }
    }
    for (ImageLayer layer : image.layers()) {
      List<ImageCore> cores =
          image.cores().stream().filter(core -> core.population() == layer.to()).toList();
      layers.add(layer(layer, cores, learning));
    }
    for (int p = 0; p < spikes.length; p++) {
      int population = p;
      List<LayerRun> into = layers.stream().filter(l -> l.layer().to() == population).toList();
      if (!into.isEmpty()) {
        populations.add(
            new PopulationRun(
                image.populations().get(p).name(), neurons[p], into, new int[spikes[p].neurons()]));
      }
    }
    firing = new int[spikes.length][];
    Arrays.setAll(firing, p -> new int[spikes[p].neurons()]);
    learns = layers.stream().anyMatch(l -> l.plastic().isPresent());
  }

  private Lif neurons(ImageLayer layer) {
    int[] bias = new int[layer.size()];
    Arrays.fill(
        bias,
        BiasEncoding.value(
            layer.integer32(ImageKeys.BIAS_MANTISSA), layer.integer32(ImageKeys.BIAS_EXPONENT)));
    return new Lif(
        new CompartmentParameters(
            layer.integer32(ImageKeys.DU),
            layer.integer32(ImageKeys.DV),
            layer.integer32(ImageKeys.VTH),
            1,
            bias),
        arithmetic);
  }

  private LayerRun layer(ImageLayer layer, List<ImageCore> cores, boolean learning) {
    List<Dense> fixed =
        StaticGroup.of(layer).stream()
            .map(
                group ->
                    new Dense(
                        SynapticRows.transposed(group.weights().values(), layer.size()),
                        layer.inputs(),
                        group.exponent(),
                        arithmetic))
            .toList();
    Optional<PlasticLayerRun> plastic =
        learning && ImageKeys.isPlastic(layer)
            ? Optional.of(new PlasticLayerRun(layer, cores, interval, arithmetic, random))
            : Optional.empty();
    return new LayerRun(layer, fixed, plastic);
  }

  @Override
  public void reset(long seed) {
    random.restart(seed);
    populations.forEach(population -> population.neurons().reset());
    for (LayerRun layer : layers) {
      layer.fixed().forEach(Dense::reset);
      layer.plastic().ifPresent(PlasticLayerRun::reset);
    }
  }

  @Override
  public void neurons(int time) {
    for (int p = 0; p < populations.size(); p++) {
      PopulationRun population = populations.get(p);
      Arrays.fill(population.activation(), 0);
      for (int l = 0; l < population.layers().size(); l++) {
        LayerRun layer = population.layers().get(l);
        for (int g = 0; g < layer.fixed().size(); g++) {
          layer.fixed().get(g).deliver(population.activation());
        }
        if (layer.plastic().isPresent()) {
          layer.plastic().get().deliver(population.activation());
        }
      }
      population.neurons().step(population.activation());
    }
  }

  @Override
  public void fire(int population, SpikeRaster raster, int t) {
    int[] active = firing[population];
    int count = raster.spikes(t, active);
    spikes[population].clear();
    for (int k = 0; k < count; k++) {
      spikes[population].add(active[k]);
    }
  }

  @Override
  public void record(int population, SpikeRaster into, int t) {
    for (int k = 0; k < spikes[population].size(); k++) {
      into.set(t, spikes[population].get(k));
    }
  }

  @Override
  public void deliver(int time, HostSignals signals) {
    for (int l = 0; l < layers.size(); l++) {
      LayerRun layer = layers.get(l);
      for (int g = 0; g < layer.fixed().size(); g++) {
        layer.fixed().get(g).receive(spikes[layer.layer().from()]);
      }
    }
    if (learns) {
      for (int l = 0; l < layers.size(); l++) {
        if (layers.get(l).plastic().isPresent()) {
          layers.get(l).plastic().get().receive(spikes, signals, time + 1);
        }
      }
    }
  }

  @Override
  public List<float[][]> traces() {
    return layers.stream().map(LoihiCores::traces).toList();
  }

  private static float[][] traces(LayerRun layer) {
    return layer
        .plastic()
        .map(PlasticLayerRun::traces)
        .orElseGet(() -> new float[layer.layer().inputs()][layer.layer().size()]);
  }

  /**
   * The synapses of a layer that learn, those with alpha.E before those with E; none if it has no
   * rule or learning is off. Live, for reading.
   *
   * @param layer index in the image
   */
  public List<LearningEngine> engines(int layer) {
    return layers.get(layer).plastic().map(PlasticLayerRun::engines).orElse(List.of());
  }

  /**
   * The neurons of a population that computes. Live, for reading.
   *
   * @param name of the population
   * @throws java.util.NoSuchElementException if there is none that computes
   */
  public Lif neurons(String name) {
    return populations.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow()
        .neurons();
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    for (PopulationRun population : populations) {
      String name = population.name();
      counters.put(name + ".current_wraps", population.neurons().currentWraps());
      counters.put(name + ".voltage_clips", population.neurons().voltageClips());
    }
    for (LayerRun layer : layers) {
      String name = layer.layer().name();
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
