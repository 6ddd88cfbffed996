package plastron.loihi.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import plastron.loihi.legal.LegalTerm;
import plastron.plasticity.expr.Symbol;

/** Letters for coefficients: N for the decay, A, B, ... for the others. Single use. */
final class Letters {

  private final Map<String, String> meanings = new LinkedHashMap<>();
  private char next = 'A';

  String of(LegalTerm term) {
    String letter = term.isDecay() ? "N" : String.valueOf(next++);
    String constants = term.constants().stream().map(Symbol::name).collect(Collectors.joining("."));
    meanings.putIfAbsent(letter, constants.isEmpty() ? "1" : constants);
    return letter;
  }

  /** What each stands for, up to the scales of its operands. */
  @Override
  public String toString() {
    return meanings.entrySet().stream()
        .map(e -> e.getKey() + " ~ " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
