package plastron.loihi.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random microcode rules. */
public final class Rules {

  private Rules() {}

  static Arbitrary<Factor> factors() {
    Arbitrary<OptionalInt> constants =
        Arbitraries.oneOf(
            Arbitraries.just(OptionalInt.empty()),
            Arbitraries.integers().between(-300, 300).map(OptionalInt::of));
    return Combinators.combine(
            Arbitraries.of(Variable.class), constants, Arbitraries.of(true, false))
        .as((v, c, sign) -> new Factor(v, c, sign && v.axis() == Variable.Axis.SYNAPSE));
  }

  static Arbitrary<ProductSeries> series(Arbitrary<Gate> gates) {
    return Combinators.combine(
            gates,
            Arbitraries.integers().between(-8, 7),
            Arbitraries.integers().between(-7, 8),
            factors().list().ofMaxSize(4))
        .as(Product::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(ProductSeries::new);
  }

  /** Rules for all three targets, with all gates. */
  public static Arbitrary<MicrocodeRule> rules() {
    Arbitrary<ProductSeries> series = series(Arbitraries.of(Gate.class));
    return Combinators.combine(
            series, series.optional(), series.optional(), Arbitraries.integers().between(0, 2))
        .as(Rules::rule);
  }

  private static MicrocodeRule rule(
      ProductSeries dw, Optional<ProductSeries> dd, Optional<ProductSeries> dt, int k) {
    boolean usesU =
        List.of(Optional.of(dw), dd, dt).stream()
            .flatMap(Optional::stream)
            .anyMatch(ProductSeries::usesU);
    return new MicrocodeRule(
        Optional.of(dw), dd, dt, usesU ? OptionalInt.of(k) : OptionalInt.empty());
  }
}
