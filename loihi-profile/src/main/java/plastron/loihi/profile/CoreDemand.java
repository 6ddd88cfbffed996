package plastron.loihi.profile;

import java.util.Map;
import java.util.TreeMap;
import plastron.export.resource.Demand;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.arithmetic.SynapseMemory;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.neuron.Statement;
import plastron.loihi.scale.LayerProgram;
import plastron.loihi.scale.PlasticProgram;

/** What a part of a layer needs on a core. */
final class CoreDemand {

  private static final int WEIGHT_BITS = 8;

  /** The tag has 8 bits and a sign in Lava; its width on silicon is not public. */
  private static final int TAG_BITS = 9;

  /** Synapses under one header (nengo-loihi). */
  private static final int CHUNK = 64;

  /** An axon with learning takes two slots (nengo-loihi, idxs_per_synapse). */
  private static final int LEARNING_SLOTS = 2;

  /** u and v of 24 bits, and 2 bytes a register of the neuron program. */
  private static final int MEMBRANE_BYTES = 6;

  private static final int REGISTER_BYTES = 2;

  private CoreDemand() {}

  static Demand of(QuantizedLayer<LayerProgram> layer, int neurons, LoihiChip chip) {
    Map<String, Long> amounts = new TreeMap<>();
    long slots = layer.inputs();
    long bits =
        layer.inputs() * new SynapseMemory(WEIGHT_BITS, 0, 0, 0, CHUNK).bitsPerAxon(neurons);
    long outputs = neurons;
    long state = MEMBRANE_BYTES;
    long profiles = 0;
    if (layer.program().plastic().isPresent()) {
      PlasticProgram plastic = layer.program().plastic().get();
      int delayBits = plastic.delayOffset() > 0 ? chip.delayBits() : 0;
      slots += (long) LEARNING_SLOTS * layer.inputs();
      bits +=
          layer.inputs()
              * new SynapseMemory(WEIGHT_BITS, delayBits, TAG_BITS, 0, CHUNK).bitsPerAxon(neurons);
      profiles++;
      if (plastic.accumulator().isPresent()) {
        slots += (long) LEARNING_SLOTS * layer.inputs();
        bits +=
            layer.inputs()
                * new SynapseMemory(WEIGHT_BITS, delayBits, 0, 0, CHUNK).bitsPerAxon(neurons);
        profiles++;
      }
      if (plastic.neurons().isPresent()) {
        for (Statement statement : plastic.neurons().get().statements()) {
          state += statement instanceof Statement.Write ? 0 : REGISTER_BYTES;
          if (statement instanceof Statement.Gather gather) {
            int senders = layer.array(gather.matrix()).values().length;
            slots += senders;
            bits += senders * new SynapseMemory(WEIGHT_BITS, 0, 0, 0, CHUNK).bitsPerAxon(neurons);
            outputs += neurons;
          }
        }
      }
    }
    amounts.put(LoihiChip.COMPARTMENTS, (long) neurons);
    amounts.put(LoihiChip.INPUT_AXONS, slots);
    amounts.put(LoihiChip.OUTPUT_AXONS, outputs);
    amounts.put(LoihiChip.SYNAPSE_BITS, bits);
    amounts.put(LoihiChip.LEARNING_PROFILES, profiles);
    amounts.put(LoihiChip.NEURON_STATE, state * neurons);
    amounts.keySet().removeIf(resource -> !chip.counts(resource));
    return new Demand(amounts);
  }
}
