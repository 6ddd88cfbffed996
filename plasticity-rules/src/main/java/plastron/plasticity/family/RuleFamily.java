package plastron.plasticity.family;

import plastron.plasticity.rule.PlasticityRule;

/** A rule up to the choices a user makes when putting it on a layer. */
public interface RuleFamily {

  /** As the command line writes it, such as {@code dp-oja}. */
  String name();

  /** Whether the rule has a modulator, so that {@link RuleOptions#modulator()} matters. */
  default boolean isModulated() {
    return false;
  }

  /**
   * Whether a second modulator gates the decay of the trace, so that {@link
   * RuleOptions#decayModulator()} matters.
   */
  default boolean isDecayModulated() {
    return false;
  }

  /** The rule with all choices made. */
  PlasticityRule build(RuleOptions options);
}
