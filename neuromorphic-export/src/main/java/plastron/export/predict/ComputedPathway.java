package plastron.export.predict;

import java.util.Arrays;
import java.util.Optional;

/**
 * The synapses of one layer as a chip computes them, in the model's units: a spike brings {@code
 * fixedGain . weights + plasticGain . alpha.E} of its step, {@code latency} steps later.
 *
 * @param name of the layer
 * @param from index of the population that sends
 * @param to index of the population that receives
 * @param modulator index of the population that the rule's MODULATOR traces follow, -1 for none
 * @param weights the fixed part, {@code [from][to]}; not copied: treat as read-only
 * @param fixedGain what exponents and shifts make of the fixed part on its way; 1 in the model
 * @param plasticGain the same of the plastic part
 * @param latency steps between a spike and its first effect, at least 1
 * @param rule what changes the plastic part; empty if nothing does
 * @param bound largest magnitude of {@code alpha.E} that is not the end of a register but the
 *     rule's own, {@code [from][to]}; {@link #NO_BOUND} if there is none
 */
public record ComputedPathway(
    String name,
    int from,
    int to,
    int modulator,
    double[][] weights,
    double fixedGain,
    double plasticGain,
    int latency,
    Optional<ComputedRule> rule,
    double[][] bound) {

  /** Nothing but registers ends. */
  public static final double[][] NO_BOUND = {};

  @Override
  public boolean equals(Object other) {
    return other instanceof ComputedPathway p
        && p.name.equals(name)
        && p.from == from
        && p.to == to
        && p.modulator == modulator
        && Arrays.deepEquals(p.weights, weights)
        && p.fixedGain == fixedGain
        && p.plasticGain == plasticGain
        && p.latency == latency
        && p.rule.equals(rule)
        && Arrays.deepEquals(p.bound, bound);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(weights);
  }
}
