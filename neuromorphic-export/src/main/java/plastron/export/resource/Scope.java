package plastron.export.resource;

/** What a limit holds for. */
public enum Scope {
  /** One core. */
  CORE,
  /** One chip, all its cores together. */
  CHIP,
  /** A value, a synapse, a neuron or a rule: nothing that is used up. */
  ITEM
}
