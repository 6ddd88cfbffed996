package plastron.export.format;

/**
 * A reader of plasticity rules as another tool writes them. Implementations are found by {@link
 * java.util.ServiceLoader}, see {@link RuleImporters}; they have no state and any thread may use
 * them.
 */
public interface RuleImporter {

  /** As the command line writes it: small letters, digits and hyphens; no other has it. */
  String name();

  /** Which rules it reads, in one line without a full stop. */
  String description();

  /**
   * Reads a rule.
   *
   * @param text as the other tool has it
   * @param referenceRate the rate, in spikes a step, that is 1 to the rule that is made; above 0
   * @throws IllegalArgumentException with one line for what is no rule of that tool
   */
  ImportedRule read(String text, double referenceRate);
}
