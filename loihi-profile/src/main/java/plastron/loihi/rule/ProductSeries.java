package plastron.loihi.rule;

import java.util.List;

/**
 * What is added to one synaptic variable in an epoch: a sum of products, evaluated in order.
 *
 * @param products at least one
 */
public record ProductSeries(List<Product> products) {

  /** Copies the products. */
  public ProductSeries {
    products = List.copyOf(products);
    if (products.isEmpty()) {
      throw new IllegalArgumentException(
          "The rule has no products (0). Maybe leave the target out instead.");
    }
  }

  /** Whether a product is gated by u. */
  public boolean usesU() {
    return products.stream().anyMatch(product -> product.gate() == Gate.U);
  }
}
