package plastron.export.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.diagnostic.Diagnostic;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule of another tool.
 *
 * @param lines what it does and what it costs, for people
 * @param diagnostics what chips make of it as it is: refusals where one cannot run it, and why it
 *     is no rule of the rule language if it is none
 * @param rule the same in the rule language, if that can say it
 * @param start what parameters of the rule have to be for it to be the same, by name
 * @param interval steps between two updates for which it is the same, at least 1
 */
public record ImportedRule(
    List<String> lines,
    List<Diagnostic> diagnostics,
    Optional<PlasticityRule> rule,
    Map<String, Double> start,
    int interval) {

  public ImportedRule {
    lines = List.copyOf(lines);
    diagnostics = List.copyOf(diagnostics);
    start = Collections.unmodifiableMap(new LinkedHashMap<>(start));
  }
}
