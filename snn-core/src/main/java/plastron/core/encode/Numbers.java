package plastron.core.encode;

import java.util.Arrays;

/** Refuses vectors that a code has no neurons for. */
final class Numbers {

  private Numbers() {}

  static void require(double[] numbers, int count) {
    if (numbers.length != count || Arrays.stream(numbers).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          "Numbers to encode (%s) must be %d, none of them NaN."
              .formatted(Arrays.toString(numbers), count));
    }
  }
}
