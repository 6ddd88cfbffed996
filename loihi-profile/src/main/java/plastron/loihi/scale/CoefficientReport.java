package plastron.loihi.scale;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.scale.coefficient.CoefficientFit;
import plastron.plasticity.expr.Symbol;

/** Says what a coefficient loses, and refuses what cannot be had. */
record CoefficientReport(LayerValues values, Report report) {

  /**
   * Beyond this the learning rule is another one; what less than this does is in the stated error.
   */
  private static final double LARGEST_ERROR = 0.25;

  /** Refuses a coefficient that the engine does not have. */
  boolean has(LegalTerm term, double wanted, CoefficientFit fit) {
    if (fit.relativeError() <= LARGEST_ERROR) {
      return true;
    }
    report.refuse(
        term.isDecay() ? "L-ETA-RANGE" : "L-EXP-RANGE",
        String.format(
            Locale.ROOT,
            "the coefficient of term (%s) is %.4g, the nearest the engine has is %.4g (%s): off by"
                + " %.2g of it, expected at most %s.",
            term.source(),
            wanted,
            fit.value(),
            fit.printed(),
            fit.relativeError(),
            LARGEST_ERROR),
        wayOut(term, fit.value() / wanted));
    return false;
  }

  void check(LegalTerm term, double wanted, CoefficientFit fit) {
    double error = fit.relativeError();
    boolean plain = fit.pieces().size() == 1 && fit.pieces().getFirst().constant() == 0;
    if (fit.pieces().isEmpty() || (plain && error == 0)) {
      return;
    }
    if (has(term, wanted, fit) && error > 0) {
      report.lossy(
          term.isDecay() ? "L-ETA-RANGE" : "L-COEFFICIENT",
          String.format(
              Locale.ROOT,
              "the coefficient of term (%s) is %.5g, the engine has %s: off by %.2g of it.",
              term.source(),
              wanted,
              fit.printed(),
              error),
          error > CoefficientFit.TOLERANCE ? wayOut(term, fit.value() / wanted) : "");
    }
  }

  /** Whatever brings the coefficient to that share of itself. */
  private String wayOut(LegalTerm term, double share) {
    List<Symbol> constants = term.constants();
    if (constants.isEmpty()) {
      return String.format(
          Locale.ROOT, "Maybe multiply term (%s) of the rule by %.6g.", term.source(), share);
    }
    Symbol rate = constants.getFirst();
    String others =
        constants.size() == 1
            ? ""
            : constants.stream()
                .skip(1)
                .map(Symbol::name)
                .collect(Collectors.joining(", ", " (or change ", ")"));
    return String.format(
        Locale.ROOT, "Maybe train with %s = %.6g%s.", rate, values.constant(rate) * share, others);
  }
}
