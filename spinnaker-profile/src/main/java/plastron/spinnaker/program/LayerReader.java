package plastron.spinnaker.program;

import java.util.List;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ImageLayer;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.fixed.SpinnakerRegister;

/** Reads a layer of an image field by field; what is not within its range is refused. */
record LayerReader(ImageLayer layer) {

  /** A register. */
  int register(SpinnakerRegister register) {
    long value =
        layer.integers().containsKey(register.key())
            ? layer.integer(register.key())
            : implied(register);
    if (!register.holds(value)) {
      throw new BrokenImageException(
          "Number %s of layer %s (%d) must lie within %d to %d."
              .formatted(register.key(), layer.name(), value, register.low(), register.high()));
    }
    return (int) value;
  }

  /** What images of earlier builds, which had fewer registers, meant by those they had. */
  private long implied(SpinnakerRegister register) {
    if (register == SpinnakerRegister.SIGNAL) {
      return -1;
    }
    if (!layer.integers().containsKey("e_limit")) {
      return layer.integer(register.key());
    }
    return switch (register) {
      case RATE_SHIFT, SHIFT_PHI, SHIFT_THETA -> 0;
      case ETA_THETA -> layer.integer("eta_phi");
      case E_LOW -> -layer.integer("e_limit");
      case E_HIGH -> Math.min(Fract16.MAX, layer.integer("e_limit"));
      case E_BOUNDS_OWN -> layer.integers().getOrDefault("e_limit_own", 0L);
      case SHIFT_GOAL -> layer.integer("shift_square");
      case SHIFT_LOSS -> 15 + layer.integer("shift_square");
      case SHIFT_PREDICTED -> 15;
      case SHIFT_OWN -> 30;
      default -> layer.integer(register.key());
    };
  }

  /** An array of s0.15 of this shape. */
  int[][] array(String name, int rows, int columns) {
    QuantizedArray array = layer.array(name);
    boolean fits = array.values().length == rows;
    for (int[] row : array.values()) {
      fits &= row.length == columns;
      for (int value : row) {
        fits &= value >= Fract16.MIN && value <= Fract16.MAX;
      }
    }
    if (!fits) {
      throw new BrokenImageException(
          "Array %s of layer %s must be %d rows of %d numbers of 16 bits."
              .formatted(name, layer.name(), rows, columns));
    }
    return array.values();
  }

  /** A conversion factor, above 0. */
  double step(String key) {
    double value = layer.real(key);
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new BrokenImageException(
          "Number %s of layer %s (%s) must be above 0.".formatted(key, layer.name(), value));
    }
    return value;
  }

  <T extends Enum<T>> T choice(String key, Class<T> type) {
    List<T> constants = List.of(type.getEnumConstants());
    String value = choice(key, constants.stream().map(Enum::name).toList());
    return constants.stream().filter(c -> c.name().equals(value)).findFirst().orElseThrow();
  }

  String choice(String key, List<String> values) {
    String value =
        layer.program().stream()
            .filter(l -> l.startsWith(key + " "))
            .map(l -> l.substring(key.length() + 1))
            .findFirst()
            .orElseThrow(
                () ->
                    new BrokenImageException(
                        "Program of layer %s lacks the line (%s).".formatted(layer.name(), key)));
    if (!values.contains(value)) {
      throw new BrokenImageException(
          "Program line %s of layer %s (%s) must be one of %s."
              .formatted(key, layer.name(), value, values));
    }
    return value;
  }
}
