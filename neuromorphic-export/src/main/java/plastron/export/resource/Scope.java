package plastron.export.resource;

import java.util.Locale;

/** What a limit holds for. */
public enum Scope {
  /** One core. */
  CORE,
  /** One chip, all its cores together. */
  CHIP,
  /** A value, a synapse, a neuron or a rule: nothing that is used up. */
  ITEM;

  /** For people, such as {@code core}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
