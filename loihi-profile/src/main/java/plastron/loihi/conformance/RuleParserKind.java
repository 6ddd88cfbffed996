package plastron.loihi.conformance;

import java.util.Optional;
import java.util.OptionalInt;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.RuleParser;
import plastron.loihi.rule.RuleSyntaxException;

/**
 * Kind {@code rule_parser}: which rule strings are accepted, and what they mean. A string with a
 * {@code peer_quirk} is one that the peer misreads; it passes when it is refused here.
 */
public final class RuleParserKind extends CaseKind {

  /** For the service loader. */
  public RuleParserKind() {
    super("rule_parser");
  }

  @Override
  protected void check(VectorReader one, Comparison comparison) {
    String text = one.text("dw");
    boolean wanted = one.flag("accepted") && !one.has("peer_quirk");
    RuleParser parser = new RuleParser();
    Optional<ProductSeries> series;
    try {
      series = Optional.of(parser.parse(text));
    } catch (RuleSyntaxException refused) {
      series = Optional.empty();
    }
    comparison.exact(
        series.isPresent() ? 1 : 0,
        wanted ? 1 : 0,
        () -> one.place() + ", accepted (" + text + ")");
    if (wanted) {
      int k = one.has("decimate_exponent") ? one.integer("decimate_exponent", 0, 9) : -1;
      var products = one.objects("products");
      OptionalInt exponent = parser.exponent();
      series.ifPresent(
          parsed -> {
            comparison.exact(exponent.orElse(-1), k, () -> one.place() + ", decimate_exponent");
            ParsedProducts.compare(parsed, exponent, products, one.place(), comparison);
          });
    }
  }
}
