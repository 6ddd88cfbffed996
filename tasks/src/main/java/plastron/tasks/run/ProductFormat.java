package plastron.tasks.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.Factor;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.slayer.sweep.StateGrid;
import plastron.tasks.cli.BadInputException;

/**
 * Products of states in a checkpoint, behind their grids, for one state after the other: how many,
 * and of each when it is added where that differs, its coefficient, its step and its factors; of
 * each factor the names of its symbols, its unit, its bounds and its constant.
 */
final class ProductFormat {

  /** A coefficient, a step and a number of factors. */
  private static final int LEAST = 2 * Double.BYTES + Integer.BYTES;

  /** A number of symbols and four numbers. */
  private static final int LEAST_FACTOR = Integer.BYTES + 4 * Double.BYTES;

  private ProductFormat() {}

  /** Whether there is anything to write. */
  static boolean isNeeded(List<StateGrid> states) {
    return states.stream().anyMatch(state -> !state.products().isEmpty());
  }

  /** Whether any is added when neurons spike. */
  static boolean isTimed(List<StateGrid> states) {
    return states.stream()
        .flatMap(state -> state.products().stream())
        .anyMatch(product -> product.when() != When.END);
  }

  /**
   * Writes all products.
   *
   * @param timed whether to say when they are added
   */
  static void write(DataOutputStream out, List<StateGrid> states, boolean timed)
      throws IOException {
    for (StateGrid state : states) {
      out.writeInt(state.products().size());
      for (FlooredProduct product : state.products()) {
        if (timed) {
          out.writeUTF(product.when().name());
        }
        out.writeDouble(product.coefficient());
        out.writeDouble(product.step());
        out.writeInt(product.factors().size());
        for (Factor factor : product.factors()) {
          out.writeInt(factor.symbols().size());
          for (String symbol : factor.symbols()) {
            out.writeUTF(symbol);
          }
          out.writeDouble(factor.unit());
          out.writeDouble(factor.low());
          out.writeDouble(factor.high());
          out.writeDouble(factor.constant());
        }
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param states without their products
   * @param timed whether they say when they are added
   * @param origin names the bytes in errors
   */
  static List<StateGrid> read(
      DataInputStream in, List<StateGrid> states, boolean timed, String origin) throws IOException {
    List<StateGrid> whole = new ArrayList<>();
    for (StateGrid state : states) {
      try {
        whole.add(
            new StateGrid(
                state.site(),
                state.state(),
                state.factor(),
                state.grid(),
                products(in, timed, origin)));
      } catch (IllegalArgumentException e) {
        throw new BadInputException(
            "Checkpoint %s has a product that is none: %s".formatted(origin, e.getMessage()));
      }
    }
    return whole;
  }

  private static List<FlooredProduct> products(DataInputStream in, boolean timed, String origin)
      throws IOException {
    List<FlooredProduct> products = new ArrayList<>();
    int count = GridFormat.count(in, LEAST, "products", origin);
    for (int p = 0; p < count; p++) {
      When when = timed ? when(in.readUTF(), origin) : When.END;
      double coefficient = in.readDouble();
      double step = in.readDouble();
      int factors = GridFormat.count(in, LEAST_FACTOR, "factors", origin);
      List<Factor> read = new ArrayList<>();
      for (int f = 0; f < factors; f++) {
        read.add(factor(in, origin));
      }
      products.add(new FlooredProduct(when, coefficient, step, read));
    }
    return products;
  }

  private static When when(String name, String origin) {
    return Stream.of(When.values())
        .filter(when -> when.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Checkpoint %s has a product that is added at no known time (%s)."
                        .formatted(origin, name)));
  }

  private static Factor factor(DataInputStream in, String origin) throws IOException {
    int count = GridFormat.count(in, Short.BYTES, "symbols", origin);
    List<String> symbols = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      symbols.add(in.readUTF());
    }
    double unit = in.readDouble();
    double low = in.readDouble();
    double high = in.readDouble();
    return new Factor(symbols, unit, low, high, in.readDouble());
  }
}
