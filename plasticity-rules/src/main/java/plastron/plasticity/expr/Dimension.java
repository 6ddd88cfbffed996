package plastron.plasticity.expr;

/** What the entries of one side of an array are counted by. */
public enum Dimension {
  /** A single entry. */
  ONE,
  /** Presynaptic neurons. */
  PRE,
  /** Postsynaptic neurons. */
  POST,
  /** Neurons of the layer whose rates modulate this one. */
  MODULATOR
}
