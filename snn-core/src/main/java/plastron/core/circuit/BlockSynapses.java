package plastron.core.circuit;

import java.util.function.ToIntFunction;
import plastron.core.check.Require;
import plastron.core.network.SynapseRows;

/**
 * Synapses of connections that end in consecutive neurons of a population, as they are drawn. A row
 * has synapses of one pre neuron and delay to different post neurons; synapses between the same
 * neurons with the same delay are in rows behind each other.
 *
 * @param name of the connections
 * @param rows post neurons by row, counted from the first of the block
 * @param pre the pre neuron of each row, ascending
 * @param delay of each row, steps
 * @param weights by row, one for each of its synapses; not copied
 * @param senders neurons of the sending population
 * @param firstPost number of the first post neuron in its population
 * @param size neurons by name of population
 * @param dtMs step, ms
 * @param seed of whatever else is drawn
 */
public record BlockSynapses(
    String name,
    SynapseRows rows,
    int[] pre,
    int[] delay,
    double[][] weights,
    int senders,
    int firstPost,
    ToIntFunction<String> size,
    double dtMs,
    long seed) {

  public BlockSynapses {
    Require.given("Name of connections", name);
    Require.given("Rows of connections " + name, rows);
    Require.given("Pre neurons of connections " + name, pre);
    Require.given("Delays of connections " + name, delay);
    Require.given("Weights of connections " + name, weights);
    Require.given("Sizes of populations", size);
  }
}
