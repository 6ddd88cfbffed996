package plastron.loihi.learning;

import java.util.Arrays;
import plastron.loihi.arithmetic.LoihiWeightFormat;

/**
 * The synaptic variables of a connection before its first step, all {@code [post][pre]} of one
 * shape.
 *
 * @param weights in the range of the sign mode
 * @param tags -257..255
 * @param delays delay variables, 0..255
 * @param pre size of the pre population
 */
@SuppressWarnings(
    "ArrayRecordComponent") // integer matrices are this record's whole point; equality is never
// asked
public record InitialSynapses(int[][] weights, int[][] tags, int[][] delays, int pre) {

  /** Copies and checks the matrices. */
  public InitialSynapses {
    weights = copied(weights);
    tags =
        checked(
            copied(tags),
            weights.length,
            pre,
            LearningEngine.TAG_MIN,
            LearningEngine.TAG_MAX,
            "tag");
    delays =
        checked(copied(delays), weights.length, pre, 0, LearningEngine.TAG_MAX, "delay variable");
  }

  /** All variables 0. */
  public static InitialSynapses zeros(int pre, int post) {
    return new InitialSynapses(new int[post][pre], new int[post][pre], new int[post][pre], pre);
  }

  /**
   * These synapses with other weights, truncated once to the format as Lava does before the first
   * step.
   */
  public InitialSynapses withWeights(int[][] postByPre, LoihiWeightFormat format) {
    int[][] truncated = copied(postByPre);
    for (int[] row : truncated) {
      Arrays.setAll(row, i -> format.truncate(row[i]));
    }
    return new InitialSynapses(truncated, tags, delays, pre);
  }

  /** These synapses with other tags. */
  public InitialSynapses withTags(int[][] postByPre) {
    return new InitialSynapses(weights, postByPre, delays, pre);
  }

  /** These synapses with other delay variables. */
  public InitialSynapses withDelays(int[][] postByPre) {
    return new InitialSynapses(weights, tags, postByPre, pre);
  }

  /** Size of the post population. */
  public int post() {
    return weights.length;
  }

  void requireWeights(int min, int max) {
    checked(weights, weights.length, pre, min, max, "weight");
  }

  private static int[][] copied(int[][] matrix) {
    return Arrays.stream(matrix).map(int[]::clone).toArray(int[][]::new);
  }

  private static int[][] checked(
      int[][] matrix, int rows, int columns, int min, int max, String what) {
    if (matrix.length != rows || Arrays.stream(matrix).anyMatch(row -> row.length != columns)) {
      throw new IllegalArgumentException(
          "The %ss should be a matrix of %d by %d.".formatted(what, rows, columns));
    }
    for (int[] row : matrix) {
      for (int value : row) {
        if (value < min || value > max) {
          throw new IllegalArgumentException(
              "The %s (%d) should be in [%d, %d].".formatted(what, value, min, max));
        }
      }
    }
    return matrix;
  }
}
