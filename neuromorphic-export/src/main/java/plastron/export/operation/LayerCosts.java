package plastron.export.operation;

import java.util.Arrays;

/**
 * What the synapses of a layer cost by spike and by interval.
 *
 * @param layer its name
 * @param from index of the population that sends
 * @param fanOut by pre neuron, synaptic operations that a spike takes: stored synapses of a weight
 *     other than 0, and all that a rule changes; not copied: treat as read-only
 * @param synapses stored, of all groups that a connection consists of
 * @param zeros those of weight 0 that no rule changes
 * @param updates of synapses by their rules in an interval
 * @param products that these rules form in an interval, in the chip's own terms
 * @param neuronProducts that neurons form in an interval for the rules, in the chip's own terms
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the population, and compared by nobody
public record LayerCosts(
    String layer,
    int from,
    long[] fanOut,
    long synapses,
    long zeros,
    long updates,
    long products,
    long neuronProducts) {

  /**
   * The costs of fixed weights alone.
   *
   * @param weights {@code [pre][post]}
   */
  public static LayerCosts ofFixed(String layer, int from, int[][] weights) {
    long[] fanOut = Arrays.stream(weights).mapToLong(LayerCosts::nonZero).toArray();
    long synapses = Arrays.stream(weights).mapToLong(row -> row.length).sum();
    return new LayerCosts(
        layer, from, fanOut, synapses, synapses - Arrays.stream(fanOut).sum(), 0, 0, 0);
  }

  private static long nonZero(int[] row) {
    return Arrays.stream(row).filter(weight -> weight != 0).count();
  }

  /**
   * The costs with a further group of synapses between the same neurons that learns.
   *
   * @param post synapses of each pre neuron
   * @param visits of the rule in an interval
   * @param products that it forms at a synapse in an interval
   */
  public LayerCosts withPlastic(int post, long visits, long products) {
    long more = (long) fanOut.length * post;
    return new LayerCosts(
        layer,
        from,
        Arrays.stream(fanOut).map(count -> count + post).toArray(),
        synapses + more,
        zeros,
        updates + visits * more,
        this.products + products * more,
        neuronProducts);
  }

  /** The costs with what neurons compute for the rules. */
  public LayerCosts withNeurons(long products) {
    return new LayerCosts(
        layer, from, fanOut, synapses, zeros, updates, this.products, neuronProducts + products);
  }
}
