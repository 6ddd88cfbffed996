package plastron.core.cell;

/**
 * A kind of neuron in physical units, with the numbers of every neuron of a population.
 *
 * <p>A new model is one file: a record of parameters that implements this, and in it the {@link
 * Cells} that take a step. {@code NeuronModelContract} keeps it.
 */
public interface NeuronModel {

  /** What the field calls it, such as "iaf_psc_exp". */
  String label();

  /** Whether every number that differs among neurons is there for so many of them. */
  boolean fits(int neurons);

  /**
   * How many sums of arriving weights a neuron takes: 1 where all add up, 2 where those of at least
   * 0 (excitatory) and those below (inhibitory, sign kept) act apart, 0 where it receives nothing.
   */
  int channels();

  /**
   * Some neurons of a population at time 0.
   *
   * @param from number of the first
   * @param to number behind the last
   * @param dtMs step, ms
   */
  Cells cells(int from, int to, double dtMs);
}
