package plastron.loihi.learning;

/**
 * How the engine evaluates rules; both ways give the same numbers, the same counts and use the same
 * random draws.
 */
public enum Evaluation {
  /** Synapse by synapse and factor by factor: the definition. */
  PLAIN,
  /** Row by row with shared pre and post products: for runs. */
  ROWS
}
