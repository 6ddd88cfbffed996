package plastron.loihi.learning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;

/**
 * A learning profile.
 *
 * @param rule the rules of weight, delay variable and tag
 * @param thirdFactor whether y1 to y3 are written by the neuron program in every step (Loihi 2)
 *     instead of computed
 * @param epoch steps of an epoch, 1..63 (6 bits, lava W_EPOCH_TIME)
 * @param signMode the signs that the weights may have
 * @param arithmetic how weights are rounded
 * @param x1 first pre trace
 * @param x2 second pre trace
 * @param y1 first post trace
 * @param y2 second post trace
 * @param y3 third post trace
 */
public record LearningParameters(
    MicrocodeRule rule,
    boolean thirdFactor,
    int epoch,
    SignMode signMode,
    LoihiArithmetic arithmetic,
    TraceParameters x1,
    TraceParameters x2,
    TraceParameters y1,
    TraceParameters y2,
    TraceParameters y3) {

  /** The largest sum of operand widths whose product is exact in 64 bits. */
  public static final int LARGEST_FACTOR_BITS = 59;

  private static final int WEIGHT_BITS = 8;

  /** Checks the epoch and the widths of the products. */
  public LearningParameters {
    if (epoch < 1 || epoch > 63) {
      throw new IllegalArgumentException(
          "The epoch (%d) should be 1 to 63 steps.".formatted(epoch));
    }
    Stream.of(rule.dw(), rule.dd(), rule.dt())
        .flatMap(Optional::stream)
        .map(ProductSeries::products)
        .flatMap(List::stream)
        .mapToInt(Product::factorBits)
        .filter(bits -> bits > LARGEST_FACTOR_BITS)
        .findFirst()
        .ifPresent(
            bits -> {
              throw new IllegalArgumentException(
                  "A product has operands of (%d) bits, expected at most %d. Maybe use fewer factors."
                      .formatted(bits, LARGEST_FACTOR_BITS));
            });
  }

  /** How many low bits of a weight are always 0. */
  int weightZeros() {
    return arithmetic.learnedBits(new LoihiWeightFormat(signMode, WEIGHT_BITS));
  }
}
