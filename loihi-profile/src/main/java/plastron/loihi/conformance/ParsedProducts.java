package plastron.loihi.conformance;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;

/** Compares a parsed rule with the products that the peer parsed. */
final class ParsedProducts {

  private ParsedProducts() {}

  static void compare(
      ProductSeries got,
      OptionalInt exponent,
      List<VectorReader> want,
      String place,
      Comparison comparison) {
    comparison.exact(got.products().size(), want.size(), () -> place + ", number of products");
    for (int p = 0; p < want.size(); p++) {
      VectorReader product = want.get(p);
      int k = product.has("decimate_exponent") ? product.integer("decimate_exponent", 0, 9) : -1;
      int mantissa = product.integer("s_mantissa", -8, 7);
      int stored = product.integer("s_exp_plus7", 0, 15);
      String gate = product.text("dependency");
      List<VectorReader> factors = product.objects("factors");
      factors.forEach(ParsedProducts::requireFactor);
      if (p >= got.products().size()) {
        continue;
      }
      Product mine = got.products().get(p);
      boolean sameGate = mine.gate().name().toLowerCase(Locale.ROOT).equals(gate);
      comparison.exact(sameGate ? 1 : 0, 1, () -> product.place() + ", dependency");
      comparison.exact(
          mine.gate() == Gate.U ? exponent.orElse(-1) : -1,
          k,
          () -> product.place() + ", decimate_exponent");
      comparison.exact(mine.mantissa(), mantissa, () -> product.place() + ", s_mantissa");
      comparison.exact(mine.storedExponent(), stored, () -> product.place() + ", s_exp_plus7");
      comparison.exact(
          mine.factors().size(), factors.size(), () -> product.place() + ", number of factors");
      for (int f = 0; f < Math.min(factors.size(), mine.factors().size()); f++) {
        boolean same = equal(mine.factors().get(f), factors.get(f));
        String at = product.place() + ", factor " + f;
        comparison.exact(same ? 1 : 0, 1, () -> at);
      }
    }
  }

  private static void requireFactor(VectorReader factor) {
    factor.text("var");
    factor.flag("sgn");
    JsonElement constant = factor.element("const");
    if (!constant.isJsonNull()) {
      factor.integer("const", Fields.ANY_MIN, Fields.ANY_MAX);
    }
    if (factor.text("var").isEmpty()) {
      throw new BrokenVectorException(factor.place() + ", var is empty");
    }
  }

  private static boolean equal(Factor mine, VectorReader factor) {
    OptionalInt constant =
        factor.has("const")
            ? OptionalInt.of(factor.integer("const", Fields.ANY_MIN, Fields.ANY_MAX))
            : OptionalInt.empty();
    return mine.variable().symbol().equals(factor.text("var"))
        && mine.constant().equals(constant)
        && mine.sign() == factor.flag("sgn");
  }
}
