package plastron.plasticity.rule;

import java.util.List;
import java.util.Optional;
import plastron.core.check.Require;
import plastron.core.network.Delivery;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * A plasticity rule, declared once: evaluators, gradients, chip programs and documents are derived
 * from it.
 *
 * <p>Synchronous meaning: at the end of a window every right-hand side reads the window's
 * activities and the old states; then all states take their new values at once; then bounds clip
 * them. The new values are first used in the next step. Single spikes may change states, too: see
 * {@link SpikeTiming}.
 *
 * @param name as the command line writes it, such as {@code dp-oja}
 * @param title a few words for people
 * @param citation the source with equation numbers
 * @param symbols every symbol, each with its own name
 * @param signals neuron-level definitions, each using only symbols and signals before it
 * @param updates next values of states at a window's end; a state without one keeps its value
 * @param weight the effective weight, synapse-shaped
 * @param timing what single spikes do; every state has an update there or at a window's end
 */
public record PlasticityRule(
    String name,
    String title,
    String citation,
    List<Symbol> symbols,
    List<Definition> signals,
    List<Definition> updates,
    Expr weight,
    SpikeTiming timing) {

  public PlasticityRule {
    Require.name("Rule name", name);
    Require.given("Title of rule " + name, title);
    Require.given("Citation of rule " + name, citation);
    symbols = Require.all("Symbols of rule " + name, symbols);
    signals = Require.all("Signals of rule " + name, signals);
    updates = Require.all("Updates of rule " + name, updates);
    Require.given("Effective weight of rule " + name, weight);
    Require.given("Timing of rule " + name, timing);
    RuleCheck.check(name, symbols, signals, updates, weight, timing);
  }

  /** A rule that acts at windows' ends alone. */
  public PlasticityRule(
      String name,
      String title,
      String citation,
      List<Symbol> symbols,
      List<Definition> signals,
      List<Definition> updates,
      Expr weight) {
    this(name, title, citation, symbols, signals, updates, weight, SpikeTiming.NONE);
  }

  /** Starts the declaration of a rule. */
  public static RuleBuilder named(String name) {
    return new RuleBuilder(name);
  }

  /** The symbol of this name, if the rule has it. */
  public Optional<Symbol> symbol(String symbolName) {
    return symbols.stream().filter(s -> s.name().equals(symbolName)).findFirst();
  }

  /** The symbols of one role, in order of declaration. */
  public List<Symbol> symbols(Role role) {
    return symbols.stream().filter(s -> s.role() == role).toList();
  }

  /** Whether any state changes during an episode. */
  public boolean isPlastic() {
    return !updates.isEmpty() || isTimed();
  }

  /**
   * Which weight spikes are multiplied by where this rule changes it: the one that is asked for,
   * but that of their arrival where weights change in any step.
   */
  public Delivery delivery(Delivery asked) {
    return isTimed() ? Delivery.ARRIVAL : Require.given("Delivery", asked);
  }

  /** Whether single spikes change states. */
  public boolean isTimed() {
    return !timing.isNone();
  }
}
