package plastron.export.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what the passes of one compilation have to say, in order, each thing once. Owned by one
 * thread.
 */
public final class Diagnostics {

  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** Adds one. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** The chip cannot run this. */
  public void refuse(String code, String subject, String message, String wayOut) {
    add(new Diagnostic(code, Severity.REFUSAL, subject, message, wayOut));
  }

  /** The chip runs something else, by the stated numbers. */
  public void lossy(String code, String subject, String message, String wayOut) {
    add(new Diagnostic(code, Severity.LOSSY, subject, message, wayOut));
  }

  /** Something deserves a look. */
  public void warn(String code, String subject, String message, String wayOut) {
    add(new Diagnostic(code, Severity.WARNING, subject, message, wayOut));
  }

  /** Everything so far. */
  public List<Diagnostic> all() {
    return List.copyOf(found);
  }

  /** Everything of one severity so far. */
  public List<Diagnostic> of(Severity severity) {
    return found.stream().filter(d -> d.severity() == severity).toList();
  }

  /** Whether anything was refused so far. */
  public boolean hasRefusals() {
    return found.stream().anyMatch(d -> d.severity() == Severity.REFUSAL);
  }

  /**
   * Ends a pass.
   *
   * @throws ExportRefusedException with all refusals, if there are any
   */
  public void throwIfRefused() {
    if (hasRefusals()) {
      throw new ExportRefusedException(new ArrayList<>(of(Severity.REFUSAL)));
    }
  }
}
