package plastron.loihi.scale.coefficient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.rule.Variable;

/**
 * Rules read a leaky average as it was before the update, but a trace has already seen the window
 * that ends. With {@code phi' = (1-g) phi + g x} the old value is {@code (phi' - g x) / (1-g)},
 * which is linear: terms with phi get the factor {@code 1 / (1-g)} and leave {@code -g / (1-g)} of
 * themselves to the term with x in its place.
 */
public final class SlowTraceLag {

  /**
   * Beyond this rate the average hardly remembers anything and the division magnifies the noise of
   * the traces.
   */
  private static final double LARGEST_RATE = 0.75;

  private SlowTraceLag() {}

  /** The terms with the trace's value instead of the state's. */
  public static List<LegalTerm> corrected(List<LegalTerm> terms, double rate) {
    if (rate <= 0 || rate > LARGEST_RATE) {
      return terms;
    }
    List<LegalTerm> corrected = new ArrayList<>();
    terms.stream().filter(t -> degree(t) != 1).forEach(corrected::add);
    for (LegalTerm term : terms) {
      if (degree(term) == 1) {
        corrected.add(term.with(term.traces(), term.coefficient() / (1 - rate)));
        List<Variable> fast = new ArrayList<>(term.traces());
        Collections.replaceAll(fast, Variable.X2, Variable.X1);
        fast.sort(null);
        merge(corrected, term.with(fast, -term.coefficient() * rate / (1 - rate)));
      }
    }
    return corrected;
  }

  private static void merge(List<LegalTerm> terms, LegalTerm added) {
    for (int k = 0; k < terms.size(); k++) {
      LegalTerm term = terms.get(k);
      if (term.gate() == added.gate()
          && term.traces().equals(added.traces())
          && term.constants().equals(added.constants())
          && term.channel().equals(added.channel())
          && term.stored().equals(added.stored())
          && term.own() == added.own()) {
        terms.set(k, term.with(term.traces(), term.coefficient() + added.coefficient()));
        return;
      }
    }
    terms.add(added);
  }

  private static long degree(LegalTerm term) {
    return term.traces().stream().filter(v -> v == Variable.X2).count();
  }
}
