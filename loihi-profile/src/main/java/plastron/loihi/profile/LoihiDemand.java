package plastron.loihi.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.resource.Demand;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.arithmetic.SynapseMemory;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.SynapseLists;
import plastron.loihi.program.TraceScale;
import plastron.loihi.program.WeightFormat;
import plastron.loihi.rule.Variable;

/** What a part of a population needs on a core. */
final class LoihiDemand {

  /** Bits of all weights but static ones, which may have fewer. */
  static final int WEIGHT_BITS = WeightFormat.MOST;

  /** The tag has 8 bits and a sign in Lava; its width on silicon is not public. */
  static final int TAG_BITS = 9;

  /** An axon with learning takes two slots (nengo-loihi, idxs_per_synapse). */
  static final int LEARNING_SLOTS = 2;

  /** u and v of 24 bits, and 2 bytes a register of the neuron program. */
  private static final int MEMBRANE_BYTES = 6;

  private static final int REGISTER_BYTES = 2;

  private LoihiDemand() {}

  static Demand of(List<QuantizedLayer<LoihiProgram>> population, int neurons, LoihiChip chip) {
    Sums sums = new Sums(neurons, chip);
    population.forEach(sums::add);
    Map<String, Long> amounts = new TreeMap<>();
    amounts.put(LoihiChip.COMPARTMENTS, sums.compartments);
    amounts.put(LoihiChip.INPUT_AXONS, sums.slots);
    amounts.put(LoihiChip.OUTPUT_AXONS, sums.outputs);
    amounts.put(LoihiChip.SYNAPSE_BITS, sums.bits);
    amounts.put(LoihiChip.LEARNING_PROFILES, sums.profiles);
    amounts.put(LoihiChip.SYNAPSE_FORMATS, (long) sums.formats.size());
    amounts.put(LoihiChip.PRE_TRACE_PROFILES, (long) sums.traces.size());
    amounts.put(LoihiChip.NEURON_STATE, sums.state * neurons);
    amounts.put(LoihiChip.STATE_OF_A_NEURON, sums.state);
    amounts.put(LoihiChip.REWARD_CHANNELS, sums.rewards);
    amounts.keySet().removeIf(resource -> !chip.counts(resource));
    return new Demand(amounts);
  }

  /** What a synapse format says of the lists of synapses that share it. */
  private record Format(
      int exponent, int weightBits, int indexBits, int delayBits, int tagBits, boolean learning) {}

  /** Adds up layers; the neurons and their membranes count once. */
  private static final class Sums {
    private final int neurons;
    private final LoihiChip chip;
    private long slots;
    private long bits;
    private long outputs;
    private long state = MEMBRANE_BYTES;
    private long profiles;
    private long compartments;
    private long rewards;
    private final Set<Format> formats = new HashSet<>();
    private final Set<List<TraceScale>> traces = new HashSet<>();

    Sums(int neurons, LoihiChip chip) {
      this.neurons = neurons;
      this.chip = chip;
      compartments = neurons;
      // Embedded processors count the spikes that are sent to them.
      outputs = chip.isAssisted() ? neurons : 0;
    }

    void add(QuantizedLayer<LoihiProgram> layer) {
      List<QuantizedArray> weights = ArrayParts.of(layer.arrays(), LoihiProgram.STATIC_WEIGHTS);
      List<int[][]> groups = weights.stream().map(QuantizedArray::values).toList();
      for (int g = 0; g < groups.size(); g++) {
        int weightBits = WeightFormat.ofCompiled(weights.get(g)).bits();
        SynapseLists lists = SynapseLists.of(groups, g, layer.inputs(), weightBits, neurons);
        slots += lists.axons();
        bits += lists.memoryBits();
        int exponent = layer.program().neurons().staticExponents().get(g);
        formats.add(new Format(exponent, weightBits, lists.indexBits(), 0, 0, false));
      }
      layer.program().plastic().ifPresent(plastic -> add(layer, plastic));
    }

    private void add(QuantizedLayer<LoihiProgram> layer, PlasticProgram plastic) {
      int delayBits = plastic.delayOffset() > 0 ? chip.delayBits() : 0;
      synapses(layer.inputs(), WEIGHT_BITS, LEARNING_SLOTS, delayBits, TAG_BITS);
      profiles++;
      rewards += plastic.reward().map(r -> Rewards.of(r, layer, neurons)).orElse(0);
      int exponent = layer.program().neurons().plasticExponent();
      formats.add(new Format(exponent, WEIGHT_BITS, 0, delayBits, TAG_BITS, true));
      traces.add(List.of(plastic.traces().of(Variable.X1), plastic.traces().of(Variable.X2)));
      if (plastic.accumulator().isPresent()) {
        synapses(layer.inputs(), WEIGHT_BITS, LEARNING_SLOTS, delayBits, 0);
        formats.add(new Format(0, WEIGHT_BITS, 0, delayBits, 0, true));
        profiles++;
        // What processors read of a neuron's E synapses is the current of a compartment beside it.
        compartments += chip.isAssisted() ? neurons : 0;
      }
      if (chip.isAssisted()) {
        return;
      }
      for (Statement statement :
          plastic.neurons().map(NeuronProgram::statements).orElse(List.of())) {
        state += statement instanceof Statement.Write ? 0 : REGISTER_BYTES;
        if (statement instanceof Statement.Gather gather) {
          formats.add(new Format(0, WEIGHT_BITS, 0, 0, 0, false));
          synapses(layer.array(gather.matrix()).values().length, WEIGHT_BITS, 1, 0, 0);
          outputs += neurons;
        }
      }
    }

    private void synapses(int axons, int weightBits, int slotsEach, int delayBits, int tagBits) {
      slots += (long) slotsEach * axons;
      bits +=
          axons
              * new SynapseMemory(weightBits, delayBits, tagBits, 0, SynapseLists.CHUNK)
                  .bitsPerAxon(neurons);
    }
  }
}
