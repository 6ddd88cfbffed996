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
 * @param thirdFactor whether neuron programs can write post traces and keep state of their own
 * @param largestDelayValue largest magnitude of a signed value kept in the delay variable
 * @param delayBits bits of the delay variable
 * @param limits everything the compiler checks
 */
public record LoihiChip(
    String name,
    String title,
    int cores,
    int chips,
    boolean thirdFactor,
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

  /** Copies the list. */
  public LoihiChip {
    limits = List.copyOf(limits);
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
