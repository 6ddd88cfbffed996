package plastron.core.circuit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;

/**
 * Synapses that learn by a rule that is declared elsewhere, such as one of the catalogue of {@code
 * plastron.plasticity}. Single spikes change a synapse in the step in which they take effect there:
 * those of the pre neuron when they arrive, those of the post neuron when they are sent. At the end
 * of every window the rule reads rates of spikes as they are sent. A spike has the weight that its
 * synapse has when it arrives, before what happens in that step; a weight of the other sign than
 * before arrives in the channel of that sign.
 */
public non-sealed interface RulePlasticity extends Plasticity {

  /** Time between the ends of two windows, ms, rounded to steps; empty if single spikes do all. */
  OptionalDouble windowMs();

  /**
   * Names of the populations whose rates the rule reads beside those of the pre and post neurons.
   */
  List<String> sources();

  /** The rule at work on the synapses that end in a block of neurons, of which there are some. */
  LearningSynapses synapses(BlockSynapses synapses);

  /**
   * About how many bytes that takes.
   *
   * @param synapses all that end in the block
   * @param rows of these, see {@link BlockSynapses}
   * @param post neurons of the block
   * @param size neurons by name of population
   */
  double bytes(double synapses, double rows, double post, ToIntFunction<String> size);

  @Override
  default boolean learns() {
    return true;
  }

  @Override
  default double least() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  default double greatest() {
    return Double.POSITIVE_INFINITY;
  }
}
