package plastron.loihi.rule;

import java.util.OptionalInt;

/**
 * Writes a series of products in Lava's syntax, the gate first and the scale always as {@code
 * m*2^e}.
 */
final class RulePrinter {

  private RulePrinter() {}

  static String print(ProductSeries series, OptionalInt decimateExponent) {
    StringBuilder text = new StringBuilder();
    for (Product product : series.products()) {
      boolean negative = product.mantissa() < 0;
      if (text.isEmpty()) {
        text.append(negative ? "-" : "");
      } else {
        text.append(negative ? " - " : " + ");
      }
      text.append(Math.abs(product.mantissa())).append("*2^").append(product.exponent());
      text.append('*').append(gate(product.gate(), decimateExponent));
      product.factors().forEach(factor -> text.append('*').append(factor(factor)));
    }
    return text.toString();
  }

  private static String gate(Gate gate, OptionalInt decimateExponent) {
    return switch (gate) {
      case X0 -> "x0";
      case Y0 -> "y0";
      case U -> "u" + decimateExponent.orElseThrow();
    };
  }

  private static String factor(Factor factor) {
    String symbol = factor.variable().symbol();
    if (factor.constant().isPresent()) {
      int constant = factor.constant().getAsInt();
      String sum =
          "(%s%s%d)".formatted(symbol, constant < 0 ? "-" : "+", Math.abs((long) constant));
      return factor.sign() ? "sgn" + sum : sum;
    }
    return factor.sign() ? "sgn(" + symbol + ")" : symbol;
  }
}
