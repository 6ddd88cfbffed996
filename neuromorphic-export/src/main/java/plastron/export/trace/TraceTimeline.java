package plastron.export.trace;

import java.util.List;

/**
 * The plastic weights of all layers of one episode, and when each of them came into force.
 *
 * @param windows by update, then by layer, {@code [nPre][nPost]}; all weights are zero before the
 *     first
 * @param interval steps between updates, at least 1
 */
public record TraceTimeline(List<List<float[][]>> windows, int interval) {

  /** The course of a single layer. */
  public static TraceTimeline ofLayer(List<float[][]> course, int interval) {
    return new TraceTimeline(course.stream().map(w -> List.<float[][]>of(w)).toList(), interval);
  }

  /**
   * Adds the differences of two timelines to a comparison for every layer: once for every update if
   * both update at the same steps, if not once for every step after the first update of either.
   *
   * @param steps of the episode
   */
  public static void compare(
      TraceTimeline expected, TraceTimeline actual, int steps, List<TraceComparison> layers) {
    if (expected.interval == actual.interval) {
      for (int w = 0; w < expected.windows.size(); w++) {
        for (int l = 0; l < layers.size(); l++) {
          layers.get(l).add(expected.windows.get(w).get(l), actual.windows.get(w).get(l), 1);
        }
      }
      return;
    }
    int next;
    for (int t = Math.min(expected.interval, actual.interval); t < steps; t = next) {
      next = Math.min(steps, Math.min(expected.next(t), actual.next(t)));
      for (int l = 0; l < layers.size(); l++) {
        float[][] before = expected.inForce(t, l);
        float[][] now = actual.inForce(t, l);
        layers
            .get(l)
            .add(
                before.length > 0 ? before : zeros(now),
                now.length > 0 ? now : zeros(before),
                next - t);
      }
    }
  }

  /** The step of the update that follows step {@code t}. */
  private int next(int t) {
    return Math.multiplyExact(t / interval + 1, interval);
  }

  /** Empty before the first update. */
  private float[][] inForce(int t, int layer) {
    int updates = t / interval;
    return updates == 0 ? new float[0][] : windows.get(updates - 1).get(layer);
  }

  private static float[][] zeros(float[][] like) {
    return new float[like.length][like[0].length];
  }
}
