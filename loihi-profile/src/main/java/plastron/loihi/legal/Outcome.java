package plastron.loihi.legal;

import java.util.List;
import java.util.Optional;

/**
 * What became of a rule.
 *
 * @param rule empty exactly if something was refused
 * @param refusals every reason found
 */
public record Outcome(Optional<LegalRule> rule, List<Refusal> refusals) {

  /** Copies the list. */
  public Outcome {
    refusals = List.copyOf(refusals);
  }
}
