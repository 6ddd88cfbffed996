package plastron.loihi.netx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.OptimizedWeights;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.CompartmentParameters;
import plastron.loihi.emulator.DelayedDense;
import plastron.loihi.emulator.Dense;
import plastron.loihi.emulator.LayeredNetwork;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.Synapses;

/**
 * A layer as netx reads it: neurons, all-to-all synapses to them and perhaps among them.
 *
 * @param weights {@code [post][pre]}, plain integers, those of one sign from -255 to 255, mixed
 *     ones from -256 to 254
 * @param recurrent {@code [post][post]}, of the same range together with the others
 * @param delays {@code [post][pre]} in steps, 0 to 62, of the weights that are not recurrent
 * @param bias mantissas by neuron, with exponent {@value #BIAS_EXPONENT}
 * @param currentDecay {@code iDecay}, 1 to 4096; the chip's du is one less
 * @param voltageDecay {@code vDecay}, 0 to 4096
 * @param threshold {@code vThMant}, 0 to 131071
 */
@SuppressWarnings("ArrayRecordComponent") // integer matrices are this record's whole point
public record NetxLayer(
    int[][] weights,
    Optional<int[][]> recurrent,
    Optional<int[][]> delays,
    int[] bias,
    int currentDecay,
    int voltageDecay,
    int threshold) {

  static final int BIAS_EXPONENT = 6;

  /** The largest delay that netx keeps. */
  static final int LARGEST_DELAY = 62;

  /** Number of presynaptic neurons. */
  public int inputs() {
    return weights[0].length;
  }

  /** Number of neurons. */
  public int size() {
    return weights.length;
  }

  /**
   * The weights, recurrent ones behind the others, as netx scales them.
   *
   * @throws IllegalArgumentException if all are zero, which netx cannot scale, or some out of range
   */
  public OptimizedWeights optimized() {
    if (isZero()) {
      throw new IllegalArgumentException(
          "The weights are all zero, which netx cannot scale. Maybe leave the layer out.");
    }
    return OptimizedWeights.of(all(), signMode());
  }

  /** Whether all weights are 0. */
  boolean isZero() {
    return Arrays.stream(all()).flatMapToInt(Arrays::stream).allMatch(w -> w == 0);
  }

  /** Which signs the weights have. */
  public SignMode signMode() {
    return SignMode.infer(all());
  }

  private int[][] all() {
    if (recurrent.isEmpty()) {
      return weights;
    }
    int[][] all = new int[size()][];
    Arrays.setAll(
        all,
        i -> {
          int[] row = Arrays.copyOf(weights[i], inputs() + size());
          System.arraycopy(recurrent.get()[i], 0, row, inputs(), size());
          return row;
        });
    return all;
  }

  /** The layer at rest, with Lava's arithmetic. */
  LayeredNetwork.Layer layer() {
    OptimizedWeights optimized = optimized();
    int[][] effective = effective(optimized);
    int exponent = optimized.exponent();
    int[][] input = columns(effective, 0, inputs());
    Synapses synapses =
        delays.isPresent()
            ? new DelayedDense(input, delays.get(), inputs(), exponent, LoihiArithmetic.LAVA)
            : new Dense(input, inputs(), exponent, LoihiArithmetic.LAVA);
    List<Synapses> own =
        recurrent.isPresent()
            ? List.of(
                new Dense(
                    columns(effective, inputs(), inputs() + size()),
                    size(),
                    exponent,
                    LoihiArithmetic.LAVA))
            : List.of();
    int[] exponents = new int[size()];
    Arrays.fill(exponents, BIAS_EXPONENT);
    Lif neurons =
        new Lif(
            CompartmentParameters.encoded(
                currentDecay - 1, voltageDecay, threshold, bias, exponents),
            LoihiArithmetic.LAVA);
    return new LayeredNetwork.Layer(neurons, synapses, own);
  }

  /** An odd weight of a mixed matrix beyond half range takes a bit more than the chip has. */
  private int[][] effective(OptimizedWeights optimized) {
    if (optimized.bits() > 8) {
      throw new IllegalArgumentException(
          "The weights need %d bits, expected at most 8: a mixed matrix beyond 127 holds an odd one. Maybe round to even weights."
              .formatted(optimized.bits()));
    }
    return new LoihiWeightFormat(signMode(), Math.max(1, optimized.bits()))
        .effective(optimized.weights());
  }

  private static int[][] columns(int[][] matrix, int from, int to) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.copyOfRange(row, from, to))
        .toArray(int[][]::new);
  }
}
