package plastron.export.message;

import java.util.Arrays;

/** Constants of enumerations, which messages hold by name. */
public final class ConstantName {

  private ConstantName() {}

  /** The constant of this name; throws {@link IllegalArgumentException} if there is none. */
  public static <E extends Enum<E>> E read(Class<E> type, String name) {
    E[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s (%s) must be one of %s."
                        .formatted(type.getSimpleName(), name, Arrays.toString(constants))));
  }
}
