package plastron.loihi.chip;

import java.util.List;
import plastron.export.resource.Limit;

/**
 * One chip of the family, as far as its members differ.
 *
 * @param name of the profile, such as {@code loihi2}
 * @param title for people
 * @param cores neurocores that programs may use
 * @param chips chips that may be used
 * @param writer what can write post traces
 * @param reward whether programs use the reward trace r1 of the cores
 * @param largestDelayValue largest magnitude of a signed value kept in the delay variable
 * @param delayBits bits of the delay variable
 * @param limits everything the compiler checks
 */
public record LoihiChip(
    String name,
    String title,
    int cores,
    int chips,
    TraceWriter writer,
    boolean reward,
    int largestDelayValue,
    int delayBits,
    List<Limit> limits) {

  /** Resource: neurons. */
  public static final String COMPARTMENTS = "compartments";

  /** Resource: input axons. */
  public static final String INPUT_AXONS = "input_axons";

  /** Resource: output axons. */
  public static final String OUTPUT_AXONS = "output_axons";

  /** Resource: synaptic memory. */
  public static final String SYNAPSE_BITS = "synapse_bits";

  /** Resource: learning profiles. */
  public static final String LEARNING_PROFILES = "learning_profiles";

  /** Resource: state of neuron programs. */
  public static final String NEURON_STATE = "neuron_state_bytes";

  /** The same of one neuron. */
  public static final String STATE_OF_A_NEURON = "state_bytes_of_a_neuron";

  /** Resource: synapse formats, each with an exponent, widths and whether synapses learn. */
  public static final String SYNAPSE_FORMATS = "synapse_formats";

  /** Resource: pairs of presynaptic traces. */
  public static final String PRE_TRACE_PROFILES = "pre_trace_profiles";

  /** Resource: values of r1 that the neurons of a core read. */
  public static final String REWARD_CHANNELS = "reward_channels";

  private static final int LEAST_STATE_BITS = 8;

  /** Copies the list. */
  public LoihiChip {
    limits = List.copyOf(limits);
  }

  /** Whether programs can write post traces and keep state of their own for every neuron. */
  public boolean thirdFactor() {
    return writer != TraceWriter.NONE;
  }

  /** Whether such programs run beside the cores. */
  public boolean isAssisted() {
    return writer == TraceWriter.EMBEDDED_PROCESSORS;
  }

  /** Whether the delay variable is wide enough for a state that learns. */
  public boolean learnsInDelay() {
    return delayBits >= LEAST_STATE_BITS;
  }

  /** What stands for zero in the unsigned delay variable. */
  public int delayOffset() {
    return largestDelayValue + 1;
  }

  /** Whether the limits count a resource. */
  public boolean counts(String resource) {
    return limits.stream().anyMatch(l -> l.name().equals(resource));
  }
}
