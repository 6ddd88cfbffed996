package plastron.plasticity.rate;

import java.util.List;
import java.util.Locale;
import plastron.core.check.Require;

/**
 * A block as files have it: named settings, and parameters whose shapes are its sizes. Every method
 * throws an {@link IllegalArgumentException} that names what is missing or of another type.
 */
public interface BlockDescription {

  /** Whether there is such a parameter. */
  boolean hasParameter(String name);

  /** Whether there is such a setting. */
  boolean hasSetting(String name);

  /** Number of rows of a matrix. */
  int rows(String parameter);

  /** Length of each row of a matrix. */
  int columns(String parameter);

  /** A setting that is a number, not NaN. */
  double number(String setting);

  /** A setting that is true or false. */
  boolean flag(String setting);

  /** A setting that is a text. */
  String text(String setting);

  /** A setting that is the name of a constant, in lower case. */
  default <E extends Enum<E>> E constant(String setting, Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    List<String> names = constants.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    String name = Require.oneOf("Setting " + setting, text(setting), names);
    return constants.get(names.indexOf(name));
  }

  /** A setting that is texts. */
  List<String> texts(String setting);
}
