package plastron.plasticity.expr;

import plastron.core.check.Require;

/**
 * A named quantity of a rule.
 *
 * @param name as code and reports write it, such as {@code eta_phi}; unique in a rule
 * @param axis its shape
 * @param role what it is to the rule
 * @param bounds for a state: clipping after every update; for a parameter: projection after every
 *     optimiser step
 * @param latex as formulas print it, such as {@code \eta_\phi}
 */
public record Symbol(String name, Axis axis, Role role, Bounds bounds, String latex)
    implements Comparable<Symbol> {

  public Symbol {
    Require.given("Symbol name", name);
    Require.given("Axis of symbol " + name, axis);
    Require.given("Role of symbol " + name, role);
    Require.given("Bounds of symbol " + name, bounds);
    Require.given("Printed form of symbol " + name, latex);
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "Symbol name (%s) must be a letter followed by letters, digits or underscores."
              .formatted(name));
    }
  }

  /** An unbounded symbol that formulas print as its name. */
  public static Symbol of(String name, Axis axis, Role role) {
    Require.given("Symbol name", name);
    String latex = name.length() == 1 ? name : "\\mathit{" + name.replace("_", "\\_") + "}";
    return new Symbol(name, axis, role, Bounds.NONE, latex);
  }

  /** The same symbol with bounds. */
  public Symbol within(Bounds newBounds) {
    return new Symbol(name, axis, role, newBounds, latex);
  }

  /** The same symbol with another printed form. */
  public Symbol printed(String newLatex) {
    return new Symbol(name, axis, role, bounds, newLatex);
  }

  /** Orders by axis, then by name: the order of factors in a normal form. */
  @Override
  public int compareTo(Symbol other) {
    int byAxis = axis.compareTo(other.axis);
    return byAxis != 0 ? byAxis : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
