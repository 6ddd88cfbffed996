package plastron.export.fixedpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Arrays in parts with a scale each, for values of very different magnitudes. The first part has
 * the name of the whole, the others that with {@code _1}, {@code _2} and so on. Every entry has its
 * value in one part and is 0 in the others, so that the whole is their sum.
 */
public final class ArrayParts {

  private ArrayParts() {}

  /**
   * The name of a part, or of a number that belongs to it.
   *
   * @param whole name of the first part
   * @param part index, from 0
   */
  public static String name(String whole, int part) {
    return part == 0 ? whole : whole + "_" + part;
  }

  /**
   * All parts of an array, in order; one for an array that is in one piece.
   *
   * @param whole name of the array
   * @return empty if there is none of this name
   */
  public static List<QuantizedArray> of(List<QuantizedArray> arrays, String whole) {
    List<QuantizedArray> parts = new ArrayList<>();
    while (true) {
      String name = name(whole, parts.size());
      int before = parts.size();
      arrays.stream().filter(a -> a.name().equals(name)).findFirst().ifPresent(parts::add);
      if (parts.size() == before) {
        return List.copyOf(parts);
      }
    }
  }

  /**
   * Whether an array is one part of several.
   *
   * @param names of all arrays beside it and its own
   */
  public static boolean isPart(String array, Collection<String> names) {
    int end = array.lastIndexOf('_');
    return names.contains(name(array, 1))
        || (end > 0
            && array.substring(end + 1).matches("[1-9]\\d{0,8}")
            && names.contains(array.substring(0, end)));
  }

  /**
   * {@link QuantizationError#lost} of the whole.
   *
   * @param reals before rounding, {@code [from][to]}
   * @param parts that together stand for them
   */
  public static double lost(double[][] reals, List<QuantizedArray> parts) {
    return QuantizationError.lost(
        reals,
        (j, i) -> {
          double held = 0;
          for (QuantizedArray part : parts) {
            held += part.scale().real(part.values()[j][i]);
          }
          return held;
        });
  }
}
