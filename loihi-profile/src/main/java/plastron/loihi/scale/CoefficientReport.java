package plastron.loihi.scale;

import java.util.Locale;
import plastron.export.fixedpoint.MantissaExponent;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.rule.Product;

/** Says what a coefficient loses, and refuses what cannot be had. */
record CoefficientReport(LayerValues values, Report report) {

  /** Beyond this the learning rule is another one. */
  private static final double LARGEST_ERROR = 0.05;

  void check(LegalTerm term, double wanted, CoefficientFit fit) {
    double error = fit.relativeError();
    boolean plain = fit.pieces().size() == 1 && fit.pieces().getFirst().constant() == 0;
    if (fit.pieces().isEmpty() || (plain && error == 0)) {
      return;
    }
    String code = term.isDecay() ? "L-ETA-RANGE" : "L-COEFFICIENT";
    if (error > LARGEST_ERROR) {
      boolean tooLarge = Math.abs(wanted) > Math.scalb(7.0, Product.EXPONENT_MAX);
      boolean tooSmall = Math.abs(wanted) < Math.scalb(1.0, Product.EXPONENT_MIN);
      report.refuse(
          (tooLarge || tooSmall) && !term.isDecay() ? "L-EXP-RANGE" : code,
          String.format(
              Locale.ROOT,
              "the coefficient of term (%s) is %.4g, coefficients are m*2^e with m up to 7 and e of"
                  + " -7 to 8; the nearest the engine has is off by %.2g.",
              term.source(),
              wanted,
              error),
          wayOut(term, wanted));
    } else if (error > 0) {
      report.lossy(
          code,
          String.format(
              Locale.ROOT,
              "the coefficient of term (%s) is %.5g, the engine has %s: off by %.2g of it.",
              term.source(),
              wanted,
              fit.pieces(),
              error),
          error > CoefficientFit.TOLERANCE ? wayOut(term, wanted) : "");
    }
  }

  private String wayOut(LegalTerm term, double wanted) {
    MantissaExponent nearest =
        MantissaExponent.fit(wanted, -8, 7, Product.EXPONENT_MIN, Product.EXPONENT_MAX);
    double nearestValue =
        nearest.mantissa() == 0 ? Math.scalb(1.0, Product.EXPONENT_MIN) : Math.abs(nearest.value());
    return term.isDecay()
        ? String.format(
            Locale.ROOT,
            "Maybe use a rate of %.6g (%s), or an update interval twice as long with the rate 1 -"
                + " (1 - eta)^2 = %.6g.",
            nearestValue,
            nearest,
            1 - Math.pow(1 - Math.abs(wanted), 2))
        : "Maybe change the rule's rates: the nearest coefficient is %s.".formatted(nearest);
  }
}
