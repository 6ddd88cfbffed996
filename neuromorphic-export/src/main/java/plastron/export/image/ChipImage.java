package plastron.export.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.export.calibration.Calibration;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.predict.StatedError;
import plastron.export.resource.Usage;

/**
 * A network compiled for one chip: everything that an emulator, an emitter and a report need,
 * without the float model.
 *
 * @param profile name of the chip profile, such as {@code loihi2}
 * @param model name of the model
 * @param populations all of them; those that no layer leads to are spike sources
 * @param signals that the host writes while the network runs, each with the most values that it may
 *     have in a window: 1, or one for every neuron of a population. Their order, by name, is the
 *     index by which programs read them
 * @param updateInterval steps between two runs of the learning rules
 * @param seed of everything random on the chip
 * @param settings what the user chose beside the chip, by name; what is not there is as the profile
 *     has it first ({@link plastron.export.profile.ChipProfile#settings})
 * @param integers numbers of the whole network by name
 * @param layers one for every projection
 * @param cores what runs where
 * @param usages how much of the chip's limits is used
 * @param diagnostics lossy choices and warnings of the compilation
 * @param calibration the ranges behind the scales
 * @param errors what is stated of the learning of every plastic layer; layers for which no error
 *     could be stated are missing
 * @param provenance of the model
 */
public record ChipImage(
    String profile,
    String model,
    List<ImagePopulation> populations,
    SortedMap<String, Integer> signals,
    int updateInterval,
    long seed,
    Map<String, String> settings,
    Map<String, Long> integers,
    List<ImageLayer> layers,
    List<ImageCore> cores,
    List<Usage> usages,
    List<Diagnostic> diagnostics,
    Calibration calibration,
    List<StatedError> errors,
    Map<String, String> provenance) {

  public ChipImage {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    integers = Collections.unmodifiableMap(new TreeMap<>(integers));
    populations = List.copyOf(populations);
    signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
    layers = List.copyOf(layers);
    cores = List.copyOf(cores);
    usages = List.copyOf(usages);
    diagnostics = List.copyOf(diagnostics);
    errors = List.copyOf(errors);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** The image with other diagnostics. */
  public ChipImage with(List<Diagnostic> said) {
    return new ChipImage(
        profile,
        model,
        populations,
        signals,
        updateInterval,
        seed,
        settings,
        integers,
        layers,
        cores,
        usages,
        said,
        calibration,
        errors,
        provenance);
  }

  /** Number of neurons of every population. */
  public List<Integer> sizes() {
    return populations.stream().map(ImagePopulation::size).toList();
  }

  /** Indices of the spike sources, whose spikes an input gives. */
  public List<Integer> sources() {
    return IntStream.range(0, populations.size())
        .filter(p -> populations.get(p).isSource())
        .boxed()
        .toList();
  }

  /** The layers of a population, none for a spike source. */
  public List<ImageLayer> into(int population) {
    return layers.stream().filter(layer -> layer.to() == population).toList();
  }

  /**
   * Throws {@link IllegalArgumentException} unless there is a raster of the right size for every
   * spike source, and every signal is one that the chip reads, in a shape in which it does.
   */
  public void requireInput(Input input) {
    List<Integer> sources = sources();
    input.signals().forEach(this::requireSignal);
    if (input.spikes().size() != sources.size()) {
      throw new IllegalArgumentException(
          "Input (%d rasters) must have one for every one of the network's %d spike sources."
              .formatted(input.spikes().size(), sources.size()));
    }
    for (int k = 0; k < sources.size(); k++) {
      ImagePopulation source = populations.get(sources.get(k));
      if (input.spikes().get(k).neurons() != source.size()) {
        throw new IllegalArgumentException(
            "Input raster (%d neurons) must have the %d of population %s."
                .formatted(input.spikes().get(k).neurons(), source.size(), source.name()));
      }
    }
  }

  private void requireSignal(String name, Signal signal) {
    Integer width = signals.get(name);
    if (width == null) {
      throw new IllegalArgumentException(
          "Signal (%s) is not one that the network reads, %s.".formatted(name, signals.keySet()));
    }
    if (signal.width() != 1 && signal.width() != width) {
      throw new IllegalArgumentException(
          "Signal %s (%d values in a window) must have %s."
              .formatted(name, signal.width(), width == 1 ? "1" : "1 or " + width));
    }
  }

  /** What is stated of a layer's learning, if anything. */
  public Optional<StatedError> error(String layer) {
    return errors.stream().filter(e -> e.layer().equals(layer)).findFirst();
  }

  /**
   * A number of the whole network; throws {@link BrokenImageException} if there is none of this
   * name.
   */
  public long integer(String key) {
    Long value = integers.get(key);
    if (value == null) {
      throw new BrokenImageException(
          "Chip image of %s lacks (%s), it has %s.".formatted(model, key, integers.keySet()));
    }
    return value;
  }
}
