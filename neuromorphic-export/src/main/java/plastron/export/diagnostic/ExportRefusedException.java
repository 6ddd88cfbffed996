package plastron.export.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** A chip cannot run a model; says why, and for each reason a way out. */
public final class ExportRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> refusals;

  /**
   * @param refusals all reasons, at least one
   */
  public ExportRefusedException(List<Diagnostic> refusals) {
    super(refusals.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    this.refusals = List.copyOf(refusals);
  }

  /** All reasons; the exception's message has one line for each. */
  public List<Diagnostic> refusals() {
    return refusals;
  }
}
