package plastron.loihi.program;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.plasticity.derive.Polynomial;

/**
 * The static weights of a projection in groups of synapses with an exponent each. Every synapse is
 * in one group; what arrives at a neuron is the sum over all groups.
 *
 * <p>One exponent serves all weights unless a few large ones leave the others too few steps. Then
 * those that a smaller exponent can hold have it. It shifts to the right by the low bits that all
 * weights have 0 at most: by more, sums would lose bits (lava), or every weight (brian2_loihi).
 *
 * @param exponents of the groups, from the largest down
 * @param arrays the weights of the groups, 0 for synapses of others; the parts of {@link
 *     LoihiProgram#STATIC_WEIGHTS}
 * @param lost share of what the neurons receive that rounding loses, neuron by neuron ({@code
 *     QuantizationError.lost})
 */
public record WeightGroups(List<Integer> exponents, List<ScaledArray> arrays, double lost) {

  /** One exponent that loses less than this share is left alone. */
  public static final double LEAST_LOST = 0.05;

  /** A second exponent is worth its lists of synapses if it loses so many times less. */
  public static final double LEAST_GAIN = 3;

  /** A group that loses this share of its own weights would be refused. */
  private static final double MOST_LOST = 0.5;

  public WeightGroups {
    exponents = List.copyOf(exponents);
    arrays = List.copyOf(arrays);
  }

  /**
   * All weights with one exponent.
   *
   * @param weights {@code [pre][post]}; not copied: treat as read-only
   * @param unit what a weight of 1 stands for
   */
  public static WeightGroups of(
      double[][] weights, WeightFormat format, double unit, int exponent) {
    return of(weights, List.<double[][]>of(weights), List.of(exponent), format, unit);
  }

  /**
   * Two groups, if they lose {@link #LEAST_GAIN} times less than this one, which loses {@link
   * #LEAST_LOST} or more; else this one.
   */
  public WeightGroups split(WeightFormat format) {
    if (lost < LEAST_LOST) {
      return this;
    }
    double[][] weights = arrays.getFirst().values();
    int largest = exponents.getFirst();
    double unit = arrays.getFirst().scale().lsb() / format.scale(1).lsb();
    WeightGroups best = this;
    for (int exponent = largest - 1; exponent >= -format.zeros(); exponent--) {
      Scale fine = format.scale(Math.scalb(unit, exponent - largest));
      WeightGroups tried =
          of(
              weights,
              List.of(chosen(weights, fine, false), chosen(weights, fine, true)),
              List.of(largest, exponent),
              format,
              unit);
      boolean holds =
          IntStream.range(0, 2).allMatch(tried::hasSynapses)
              && tried.arrays.stream().allMatch(a -> a.quantize().error().lost() < MOST_LOST);
      if (holds && tried.lost < best.lost) {
        best = tried;
      }
    }
    return best.lost * LEAST_GAIN <= lost ? best : this;
  }

  private static WeightGroups of(
      double[][] whole,
      List<double[][]> parts,
      List<Integer> exponents,
      WeightFormat format,
      double unit) {
    List<ScaledArray> arrays =
        IntStream.range(0, parts.size())
            .mapToObj(
                g ->
                    new ScaledArray(
                        ArrayParts.name(LoihiProgram.STATIC_WEIGHTS, g),
                        parts.get(g),
                        format.scale(Math.scalb(unit, exponents.get(g) - exponents.getFirst())),
                        Rounding.NEAREST))
            .toList();
    List<QuantizedArray> rounded = arrays.stream().map(ScaledArray::quantize).toList();
    return new WeightGroups(exponents, arrays, ArrayParts.lost(whole, rounded));
  }

  /** The weights that a scale holds, or the others; 0 in the place of the rest. */
  private static double[][] chosen(double[][] weights, Scale scale, boolean held) {
    return Arrays.stream(weights)
        .map(
            row ->
                Arrays.stream(row)
                    .map(w -> scale.holds(w, Rounding.NEAREST) == held ? w : 0)
                    .toArray())
        .toArray(double[][]::new);
  }

  /** The same weights as values of what a rule computes them from. */
  public WeightGroups of(Polynomial source) {
    return new WeightGroups(exponents, arrays.stream().map(a -> a.of(source)).toList(), lost);
  }

  /** The exponent of every group with the number of its synapses that are not 0. */
  public String describe() {
    return IntStream.range(0, arrays.size())
        .mapToObj(g -> "exponent %d (synapses: %d)".formatted(exponents.get(g), synapses(g)))
        .collect(Collectors.joining(", "));
  }

  private boolean hasSynapses(int group) {
    return synapses(group) > 0;
  }

  private long synapses(int group) {
    return Arrays.stream(arrays.get(group).values())
        .flatMapToDouble(Arrays::stream)
        .filter(w -> w != 0)
        .count();
  }
}
