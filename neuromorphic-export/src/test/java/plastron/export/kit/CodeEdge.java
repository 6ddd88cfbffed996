package plastron.export.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * A limit seen from both sides: the one way to test a code of a diagnostic, so that a search
 * through the tests ({@link TestedCodes}) finds which codes have such a test. A code is written out
 * in the call; one that every chip makes with its own prefix is written without it, as in {@code
 * prefix + "-LATENCY"}.
 */
public final class CodeEdge {

  /** How far the two sides of a number that is looked for are from each other. */
  private static final double NARROW = 1 + 1e-4;

  private CodeEdge() {}

  /**
   * Fails unless the code is said past the limit and not inside it.
   *
   * @param code of a diagnostic, written out
   * @param inside codes of what is as close to the limit as it may be
   * @param past codes of what is one step further
   */
  public static void of(String code, Collection<String> inside, Collection<String> past) {
    assertThat(inside).as("inside the limit").doesNotContain(code);
    assertThat(past).as("past the limit").contains(code);
  }

  /**
   * Fails if the code is said: for a limit that is passed only where another one is, too, or where
   * populations are cut.
   *
   * @param code of a diagnostic, written out
   * @param past codes of what passes the limit
   */
  public static void never(String code, Collection<String> past) {
    assertThat(past).as("past the limit").doesNotContain(code);
  }

  /**
   * Looks for a limit between two numbers, and fails as {@link #of} does unless they lie on its two
   * sides.
   *
   * @param code of a diagnostic, written out
   * @param codes what is said of a number
   * @param inside above 0
   * @param past above 0; smaller or larger than {@code inside}
   * @return a number inside the limit, within 0.01 % of one past it
   */
  public static double between(
      String code, DoubleFunction<? extends Collection<String>> codes, double inside, double past) {
    of(code, codes.apply(inside), codes.apply(past));
    double in = inside;
    double out = past;
    while (Math.max(in, out) / Math.min(in, out) > NARROW) {
      double middle = Math.sqrt(in * out);
      if (codes.apply(middle).contains(code)) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return in;
  }

  /**
   * The same for what is counted.
   *
   * @return the last count inside the limit: its neighbour is past it
   */
  public static int counted(
      String code, IntFunction<? extends Collection<String>> codes, int inside, int past) {
    of(code, codes.apply(inside), codes.apply(past));
    int in = inside;
    int out = past;
    while (Math.abs(out - in) > 1) {
      int middle = (in + out) >>> 1;
      if (codes.apply(middle).contains(code)) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return in;
  }
}
