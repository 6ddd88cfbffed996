package plastron.export.contract;

import java.util.List;
import java.util.Optional;
import plastron.export.trace.TraceError;

/**
 * What a chip made of a model of one layer.
 *
 * @param refusals codes of all reasons, none if it was accepted
 * @param error of {@code alpha.E} on fresh inputs; empty exactly if it was refused
 */
public record RuleTrial(List<String> refusals, Optional<TraceError> error) {

  public RuleTrial {
    refusals = List.copyOf(refusals);
  }
}
