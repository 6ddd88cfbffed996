package plastron.export.predict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far two courses of a layer's {@code alpha.E} are apart over synapses and steps. Owned by one
 * thread.
 */
public final class TraceDifference {

  private double squares;
  private double entries;
  private double fullScale;

  /**
   * Adds an episode. What holds before a window's end is counted for as many steps as it holds.
   *
   * @param steps length of the episode
   * @param expected the reference by window, {@code [nPre][nPost]}
   * @param expectedInterval window of the reference in steps
   * @param actual the other course
   * @param actualInterval its window
   */
  public void add(
      int steps,
      List<float[][]> expected,
      int expectedInterval,
      List<float[][]> actual,
      int actualInterval) {
    HeldTraces.walk(
        steps,
        expectedInterval,
        actualInterval,
        (length, e, a) ->
            compare(length, e < 0 ? null : expected.get(e), a < 0 ? null : actual.get(a)));
  }

  /** Adds what was found elsewhere of the same layer. */
  public void add(TraceDifference other) {
    squares += other.squares;
    entries += other.entries;
    fullScale = Math.max(fullScale, other.fullScale);
  }

  private void compare(int steps, float @Nullable [][] expected, float @Nullable [][] actual) {
    float[][] some = expected == null ? actual : expected;
    if (some == null) {
      return; // before the first window both are zero for everyone: that is no agreement
    }
    for (int j = 0; j < some.length; j++) {
      for (int i = 0; i < some[j].length; i++) {
        double e = expected == null ? 0 : expected[j][i];
        double difference = (actual == null ? 0 : actual[j][i]) - e;
        squares += steps * difference * difference;
        fullScale = Math.max(fullScale, Math.abs(e));
      }
      entries += (double) steps * some[j].length;
    }
  }

  /** Root mean square of the difference; 0 if nothing was added. */
  public double rms() {
    return entries == 0 ? 0 : Math.sqrt(squares / entries);
  }

  /** Largest magnitude of the reference. */
  public double fullScale() {
    return fullScale;
  }
}
