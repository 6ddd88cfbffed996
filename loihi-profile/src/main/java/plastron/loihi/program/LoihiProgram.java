package plastron.loihi.program;

import java.util.Optional;
import plastron.loihi.arithmetic.LoihiArithmetic;

/**
 * What a layer's cores execute.
 *
 * @param neurons membranes and weight exponents
 * @param plastic the learning, if any
 * @param arithmetic how they compute
 */
public record LoihiProgram(
    NeuronNumbers neurons, Optional<PlasticProgram> plastic, LoihiArithmetic arithmetic) {

  /** Names of the arrays that go with a program. */
  public static final String STATIC_WEIGHTS = "w_static";

  /** Tags of the plastic synapses, which hold alpha. */
  public static final String TAG = "tag";

  /** Delay variables of the plastic synapses. */
  public static final String DELAY = "delay";

  /** What a spike of a population adds to the reward trace, {@code [population][neuron]}. */
  public static final String REWARD = "reward";

  /** Delay variables of the accumulator synapses. */
  public static final String ACCUMULATOR_DELAY = "accumulator_delay";
}
