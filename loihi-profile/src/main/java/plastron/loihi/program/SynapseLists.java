package plastron.loihi.program;

import java.util.Arrays;
import java.util.List;
import plastron.loihi.arithmetic.Loihi1Limits;
import plastron.loihi.arithmetic.SynapseMemory;

/**
 * How a core stores a group of static synapses: a list of synapses for every input axon.
 * Projections of one group have dense lists, a place for every neuron. Of several groups each has
 * lists only for neurons that have synapses in it, dense or with the index of every synapse,
 * whatever takes less memory.
 *
 * @param axons that have a list
 * @param indexBits of every synapse, 0 in dense lists
 * @param memoryBits of all lists
 */
public record SynapseLists(long axons, int indexBits, long memoryBits) {

  /** Synapses under one header (nengo-loihi). */
  public static final int CHUNK = 64;

  /**
   * The lists of a group.
   *
   * @param groups weights of all groups of the projection, {@code [pre][post]}
   * @param group index
   * @param inputs the first so many pre neurons count
   * @param weightBits of a weight
   * @param neurons on the core, whichever they are: no list has more synapses
   */
  public static SynapseLists of(
      List<int[][]> groups, int group, int inputs, int weightBits, int neurons) {
    long ofDense = new SynapseMemory(weightBits, 0, 0, 0, CHUNK).bitsPerAxon(neurons);
    if (groups.size() == 1) {
      return new SynapseLists(inputs, 0, inputs * ofDense);
    }
    int[] counts =
        Arrays.stream(groups.get(group))
            .limit(inputs)
            .mapToInt(row -> (int) Arrays.stream(row).filter(w -> w != 0).count())
            .filter(count -> count > 0)
            .map(count -> Math.min(count, neurons))
            .toArray();
    SynapseLists dense = new SynapseLists(counts.length, 0, counts.length * ofDense);
    return Loihi1Limits.INDEX_BITS.stream()
        .filter(bits -> neurons <= 1 << bits && bits > 0)
        .findFirst()
        .map(bits -> indexed(counts, bits, weightBits))
        .filter(indexed -> indexed.memoryBits < dense.memoryBits)
        .orElse(dense);
  }

  private static SynapseLists indexed(int[] counts, int indexBits, int weightBits) {
    SynapseMemory memory = new SynapseMemory(weightBits, 0, 0, indexBits, CHUNK);
    return new SynapseLists(
        counts.length, indexBits, Arrays.stream(counts).mapToLong(memory::bitsPerAxon).sum());
  }
}
