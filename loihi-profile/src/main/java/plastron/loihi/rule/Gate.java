package plastron.loihi.rule;

/**
 * The dependency of a product: when it is evaluated, and at which moment of the epoch its traces
 * are read.
 */
public enum Gate {
  /** The pre neuron spiked in the epoch; traces at its last spike. */
  X0,
  /** The post neuron spiked in the epoch; traces at its last spike. */
  Y0,
  /** Every 2^k-th epoch; traces at the epoch's end. */
  U
}
