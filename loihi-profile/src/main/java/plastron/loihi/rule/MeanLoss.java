package plastron.loihi.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.fixedpoint.MantissaExponent;
import plastron.loihi.arithmetic.LearningScale;

/**
 * What rounding products down takes from a state in an epoch, on average, and the constant that
 * makes up for it: the last product of a series, without factors. What every product of a neuron
 * loses goes the same way in all its synapses, so that without the constant many small losses add
 * up to a current; with it they mostly cancel.
 */
public final class MeanLoss {

  /**
   * What shares may be made up for, in the order in which they are tried: products with a factor of
   * zero lose nothing, so that where spikes are few all of the loss is too much.
   */
  public static final List<Double> SHARES = List.of(0.5, 1.0, 0.0);

  private MeanLoss() {}

  /**
   * The loss where no factor is zero, in least bits of the target: nearly half a step of every
   * product, as all numbers of bits that are shifted out are equally frequent.
   */
  static double of(List<Product> products) {
    boolean split = products.stream().anyMatch(product -> reads(product, Variable.Y3));
    double loss = 0;
    for (Product product : products) {
      // Of the two signs of a quantity one is zero.
      boolean half = reads(product, Variable.Y3) || (split && reads(product, Variable.Y2));
      loss += Math.scalb(half ? steps(product) / 2 : steps(product), product.exponent());
    }
    return loss;
  }

  private static double steps(Product product) {
    int zeros = Integer.numberOfTrailingZeros(product.mantissa());
    int bits = Math.max(0, LearningScale.shiftLava(product.factorBits()) - zeros);
    return (1 - Math.scalb(1.0, -bits)) / 2;
  }

  private static boolean reads(Product product, Variable variable) {
    return product.factors().stream().anyMatch(factor -> factor.variable() == variable);
  }

  /**
   * The series with what makes up for a share of the loss; as it is if that is less than the engine
   * can add, or if products wait for spikes.
   *
   * @param share of the loss, from 0 to 1
   */
  public static ProductSeries madeUp(ProductSeries series, double share) {
    if (series.products().stream().anyMatch(product -> product.gate() != Gate.U)) {
      return series;
    }
    MantissaExponent constant =
        MantissaExponent.fit(
            share * of(series.products()),
            0,
            Product.MANTISSA_MAX,
            Product.EXPONENT_MIN,
            Product.EXPONENT_MAX);
    if (constant.mantissa() == 0) {
      return series;
    }
    List<Product> products = new ArrayList<>(series.products());
    products.add(new Product(Gate.U, constant.mantissa(), constant.exponent(), List.of()));
    return new ProductSeries(products);
  }

  /** The product of a series that makes up for losses of the others, if there is one. */
  public static Optional<Product> makesUp(ProductSeries series) {
    List<Product> others = series.products().subList(0, series.products().size() - 1);
    if (others.isEmpty()) {
      return Optional.empty();
    }
    boolean made =
        SHARES.stream()
            .map(share -> madeUp(new ProductSeries(others), share))
            .anyMatch(series::equals);
    return made ? Optional.of(series.products().getLast()) : Optional.empty();
  }
}
