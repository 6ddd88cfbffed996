package plastron.plasticity.rate;

import java.util.List;

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

  /** A setting that is texts. */
  List<String> texts(String setting);
}
