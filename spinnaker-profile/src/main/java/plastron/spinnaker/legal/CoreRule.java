package plastron.spinnaker.legal;

import java.util.Optional;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.plasticity.PlasticKernel;

/**
 * A rule as a kernel of the core, in symbols: everything that does not change during an episode is
 * a polynomial in the rule's parameters.
 *
 * @param weight the fixed part of the weight, zero if the rule has none
 * @param trace what changes at the synapses; empty for fixed weights
 */
public record CoreRule(Polynomial weight, Optional<Trace> trace) {

  /**
   * The plastic part.
   *
   * @param kernel the form of the update
   * @param state the trace E
   * @param alpha its share in the weight, any parameters
   * @param pre rate of the pre neuron
   * @param post rate of the post neuron
   * @param decay what E loses, GLOBAL parameters, see {@link
   *     plastron.spinnaker.plasticity.TraceLoss}; zero if it keeps all
   * @param gain learning rate of the product of post and pre factor, GLOBAL parameters
   * @param modulator where the modulator comes from, for modulated kernels
   * @param preThreshold the sliding threshold of the pre factor, for kernels with one
   * @param postThreshold the sliding threshold of the post factor, for kernels with one
   * @param prediction the sum {@code E x}, for kernels that predict with all synapses
   */
  public record Trace(
      PlasticKernel kernel,
      Symbol state,
      Polynomial alpha,
      Symbol pre,
      Symbol post,
      Polynomial decay,
      Polynomial gain,
      Optional<Modulator> modulator,
      Optional<Threshold> preThreshold,
      Optional<Threshold> postThreshold,
      Optional<Symbol> prediction) {

    /** The modulator, if it is a sum over rates. */
    public Optional<Modulator.Sum> sum() {
      return modulator.flatMap(
          m -> m instanceof Modulator.Sum sum ? Optional.of(sum) : Optional.empty());
    }

    /** The modulator, if the host writes it. */
    public Optional<Modulator.Host> host() {
      return modulator.flatMap(
          m -> m instanceof Modulator.Host host ? Optional.of(host) : Optional.empty());
    }
  }

  /** Where a modulator M comes from. */
  public sealed interface Modulator {

    /**
     * {@code M = W_m m}.
     *
     * @param value M
     * @param weights the matrix W_m
     * @param rates the modulating rates m
     */
    record Sum(Symbol value, Symbol weights, Symbol rates) implements Modulator {}

    /**
     * M comes from outside: one value for all neurons or one for each.
     *
     * @param value M
     */
    record Host(Symbol value) implements Modulator {}
  }

  /**
   * A sliding threshold.
   *
   * @param state the part that slides, phi or theta
   * @param fixed the part that does not, psi, parameters of single neurons; zero if there is none
   * @param rate how fast it slides, GLOBAL parameters
   */
  public record Threshold(Optional<Symbol> state, Polynomial fixed, Polynomial rate) {}
}
