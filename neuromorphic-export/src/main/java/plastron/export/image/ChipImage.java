package plastron.export.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * @param inputs number of input neurons
 * @param updateInterval steps between two runs of the learning rules
 * @param seed of everything random on the chip
 * @param integers numbers of the whole network by name
 * @param layers every layer; layer l receives from layer l - 1, the first from the input
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
    int inputs,
    int updateInterval,
    long seed,
    Map<String, Long> integers,
    List<ImageLayer> layers,
    List<ImageCore> cores,
    List<Usage> usages,
    List<Diagnostic> diagnostics,
    Calibration calibration,
    List<StatedError> errors,
    Map<String, String> provenance) {

  public ChipImage {
    integers = Collections.unmodifiableMap(new TreeMap<>(integers));
    layers = List.copyOf(layers);
    cores = List.copyOf(cores);
    usages = List.copyOf(usages);
    diagnostics = List.copyOf(diagnostics);
    errors = List.copyOf(errors);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
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
