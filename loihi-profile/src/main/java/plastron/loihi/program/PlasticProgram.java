package plastron.loihi.program;

import java.util.Optional;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Variable;

/**
 * The learning of a layer.
 *
 * @param population index of the layer's own population, 0 for the input
 * @param epoch steps of a learning epoch
 * @param decimation k: rules run every 2^k epochs
 * @param thirdFactor whether neurons write the post traces
 * @param traces of spikes; those that neurons write are off
 * @param rule of the synapses that carry alpha.E
 * @param accumulator rule of the synapses that carry E, if there are such
 * @param neurons the neuron program, if neurons write the post traces
 * @param reward what the reward trace follows, if rules read it
 * @param delayOffset what stands for zero in the delay variable, 0 if it is not used
 * @param unit the alpha.E that a plastic weight of 1 stands for
 * @param accumulatorUnit the E that an accumulator weight of 1 stands for
 * @param alpha factor of every weight beside the tag's
 * @param bound largest magnitude that the rule lets E have, infinite if it has no bound
 */
public record PlasticProgram(
    int population,
    int epoch,
    int decimation,
    boolean thirdFactor,
    ChipTraces traces,
    MicrocodeRule rule,
    Optional<MicrocodeRule> accumulator,
    Optional<NeuronProgram> neurons,
    Optional<Reward> reward,
    int delayOffset,
    double unit,
    double accumulatorUnit,
    double alpha,
    double bound) {

  /** Whether neurons write a post trace; y3 comes with y2. */
  public boolean writes(Variable trace) {
    return neurons.isPresent()
        && neurons.get().statements().stream()
            .anyMatch(
                s ->
                    (s instanceof Statement.Write w && w.trace() == trace)
                        || (s instanceof Statement.Trail t && t.trace() == trace));
  }
}
