package plastron.export.diagnostic;

/** How much a {@link Diagnostic} matters. */
public enum Severity {
  /** The chip cannot run this: nothing is exported. */
  REFUSAL,
  /** The chip runs something that differs from the model by the stated numbers. */
  LOSSY,
  /** The chip runs the model, but something deserves a look. */
  WARNING
}
