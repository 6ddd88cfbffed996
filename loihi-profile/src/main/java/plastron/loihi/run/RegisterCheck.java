package plastron.loihi.run;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCheck;
import plastron.export.image.ImageLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.chip.LoihiChips;
import plastron.loihi.chip.LoihiRegister;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Variable;

/**
 * Whether a layer can be loaded: every number in the range of its register, every array in its
 * shape, every program one that can be read.
 *
 * @param layer the layer
 * @param sizes of all populations
 * @param signals how many values the signals of the image have, by name
 * @param interval steps between two updates
 * @param chip that it is for
 */
public record RegisterCheck(
    ImageLayer layer,
    List<Integer> sizes,
    SortedMap<String, Integer> signals,
    int interval,
    LoihiChip chip) {

  private static final List<LoihiRegister> NEURONS =
      List.of(
          LoihiRegister.DU,
          LoihiRegister.DV,
          LoihiRegister.VTH,
          LoihiRegister.BIAS_MANTISSA,
          LoihiRegister.BIAS_EXPONENT);

  /** Throws {@link BrokenImageException} for the first thing that cannot be loaded. */
  static void require(ChipImage image) {
    LoihiChip chip =
        LoihiChips.ALL.stream()
            .filter(c -> c.name().equals(image.profile()))
            .findFirst()
            .orElseThrow(
                () ->
                    new BrokenImageException(
                        "Chip image is for (%s), expected one of %s."
                            .formatted(
                                image.profile(),
                                LoihiChips.ALL.stream().map(LoihiChip::name).toList())));
    ImageCheck.requireNetwork(image);
    ImageKeys.arithmetic(image);
    List<Integer> sizes = image.sizes();
    for (ImageLayer layer : image.layers()) {
      new RegisterCheck(layer, sizes, image.signals(), image.updateInterval(), chip).require();
      shared(layer, image.into(layer.to()).getFirst());
      RewardCheck.shared(image, layer);
    }
  }

  /** Layers that lead to the same neurons say the same of them. */
  private static void shared(ImageLayer layer, ImageLayer first) {
    for (LoihiRegister register : NEURONS) {
      if (layer.integer(register.title()) != first.integer(register.title())) {
        throw new BrokenImageException(
            "Number %s of layer %s (%d) must be that of layer %s, %d: they lead to the same neurons."
                .formatted(
                    register.title(),
                    layer.name(),
                    layer.integer(register.title()),
                    first.name(),
                    first.integer(register.title())));
      }
    }
  }

  /** Throws {@link BrokenImageException} for the first thing that cannot be loaded. */
  public void require() {
    check(LoihiRegister.INPUTS, layer.name(), layer.inputs());
    for (LoihiRegister register : NEURONS) {
      check(register, layer.name(), layer.integer(register.title()));
    }
    for (StaticGroup group : StaticGroup.of(layer)) {
      check(LoihiRegister.WEIGHT_EXPONENT, ImageKeys.STATIC_EXPONENT, group.exponent());
      values(group.weights().name(), layer.inputs(), LoihiRegister.WEIGHT);
    }
    complete();
    if (ImageKeys.isPlastic(layer)) {
      plastic();
    }
  }

  /** No number belongs to a group of static synapses that is not there. */
  private void complete() {
    int groups = StaticGroup.of(layer).size();
    long arrays =
        count(layer.arrays().stream().map(QuantizedArray::name), LoihiProgram.STATIC_WEIGHTS);
    long exponents = count(layer.integers().keySet().stream(), ImageKeys.STATIC_EXPONENT);
    if (arrays != groups || exponents != groups) {
      throw new BrokenImageException(
          "Layer %s has (%d) arrays and %d exponents of static weights, expected %d of each."
              .formatted(layer.name(), arrays, exponents, groups));
    }
  }

  private static long count(Stream<String> names, String beginning) {
    return names.filter(name -> name.startsWith(beginning)).count();
  }

  private void plastic() {
    String name = layer.name();
    check(
        LoihiRegister.WEIGHT_EXPONENT,
        ImageKeys.PLASTIC_EXPONENT,
        layer.integer(ImageKeys.PLASTIC_EXPONENT));
    check(LoihiRegister.EPOCH, name, layer.integer(ImageKeys.EPOCH));
    check(LoihiRegister.THIRD_FACTOR, name, layer.integer(ImageKeys.THIRD_FACTOR));
    if (layer.integer(ImageKeys.THIRD_FACTOR) != 0 && !chip.thirdFactor()) {
      throw new BrokenImageException(
          "Layer %s has third_factor (1), but nothing writes post traces on %s."
              .formatted(name, chip.title()));
    }
    for (Variable trace : ImageKeys.traces(layer)) {
      for (LoihiRegister register :
          List.of(
              LoihiRegister.IMPULSE, LoihiRegister.IMPULSE_FRACTION, LoihiRegister.TRACE_DECAY)) {
        check(
            register,
            "trace %s of layer %s".formatted(trace.symbol(), name),
            layer.integer(trace.symbol() + "_" + register.title()));
      }
    }
    positive(ImageKeys.PLASTIC_UNIT);
    positive(ImageKeys.ACCUMULATOR_UNIT);
    rules();
    if (layer.hasArray(LoihiProgram.TAG)) {
      values(LoihiProgram.TAG, layer.inputs(), LoihiRegister.TAG);
    }
    delays(LoihiProgram.DELAY);
    delays(LoihiProgram.ACCUMULATOR_DELAY);
    new RewardCheck(this, List.copyOf(signals.values())).require();
    List<String> statements = ImageKeys.statements(layer);
    if (statements.isEmpty() == (layer.integer(ImageKeys.THIRD_FACTOR) != 0)) {
      throw new BrokenImageException(
          "Layer %s has third_factor (%d) and %d neuron statements."
              .formatted(name, layer.integer(ImageKeys.THIRD_FACTOR), statements.size()));
    }
    new NeuronCheck(this, List.copyOf(signals.values())).require(NeuronProgram.parse(statements));
  }

  /** All rules run at the model's updates, or at spikes alone. */
  private void rules() {
    for (MicrocodeRule rule : PlasticLayerRun.rules(layer)) {
      OptionalInt k = rule.decimateExponent();
      long updates = layer.integer(ImageKeys.EPOCH) << k.orElse(0);
      if (k.isPresent() && updates != interval) {
        throw new BrokenImageException(
            "Rules of layer %s run every (%d) steps, expected %d."
                .formatted(layer.name(), updates, interval));
      }
    }
  }

  void positive(String key) {
    double value = layer.real(key);
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new BrokenImageException(
          "Unit %s of layer %s (%s) must be a positive number."
              .formatted(key, layer.name(), value));
    }
  }

  private void delays(String name) {
    if (layer.hasArray(name)) {
      shape(name, layer.inputs());
      long largest = (1L << chip.delayBits()) - 1;
      for (int[] row : layer.array(name).values()) {
        for (int value : row) {
          if (value < 0 || value > largest) {
            throw new BrokenImageException(
                "Delay variable in array %s of layer %s (%d) must be 0 to %d."
                    .formatted(name, layer.name(), value, largest));
          }
        }
      }
    }
  }

  /** Checks an array of this many rows and one column a neuron. */
  void values(String name, int rows, LoihiRegister register) {
    shape(name, rows);
    String where = "array %s of layer %s".formatted(name, layer.name());
    for (int[] row : layer.array(name).values()) {
      for (int value : row) {
        check(register, where, value);
      }
    }
  }

  private void shape(String name, int rows) {
    QuantizedArray array = layer.array(name);
    boolean fits = array.values().length == rows;
    for (int[] row : array.values()) {
      fits &= row.length == layer.size();
    }
    if (!fits) {
      throw new BrokenImageException(
          "Array %s of layer %s (%d rows) must be %d rows of %d."
              .formatted(name, layer.name(), array.values().length, rows, layer.size()));
    }
  }

  static void check(LoihiRegister register, String where, long value) {
    register
        .problem(where, value)
        .ifPresent(
            problem -> {
              throw new BrokenImageException(problem);
            });
  }
}
