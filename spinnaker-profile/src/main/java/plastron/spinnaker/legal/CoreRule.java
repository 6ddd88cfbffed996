package plastron.spinnaker.legal;

import java.util.Optional;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.plasticity.PlasticKernel;

/**
 * A rule as a kernel of the core, in symbols: the coefficients are polynomials in the rule's GLOBAL
 * parameters.
 *
 * @param weight the fixed part of the weight
 * @param trace what changes at the synapses; empty for fixed weights
 */
public record CoreRule(Symbol weight, Optional<Trace> trace) {

  /**
   * The plastic part.
   *
   * @param kernel the form of the update
   * @param state the trace E
   * @param alpha its share in the weight
   * @param pre rate of the pre neuron
   * @param post rate of the post neuron
   * @param decay what E loses, see {@link plastron.spinnaker.plasticity.Decay}
   * @param gain learning rate of the product of post and pre factor
   * @param modulator where the modulator comes from, for modulated kernels
   * @param threshold the sliding threshold, for kernels with one
   * @param prediction the sum {@code E x}, for kernels that predict with all synapses
   */
  public record Trace(
      PlasticKernel kernel,
      Symbol state,
      Symbol alpha,
      Symbol pre,
      Symbol post,
      Polynomial decay,
      Polynomial gain,
      Optional<Modulator> modulator,
      Optional<Threshold> threshold,
      Optional<Symbol> prediction) {}

  /**
   * A modulator {@code M = W_m m}.
   *
   * @param sum the value M
   * @param weights the matrix W_m
   * @param rates the modulating rates m
   */
  public record Modulator(Symbol sum, Symbol weights, Symbol rates) {}

  /**
   * A sliding threshold.
   *
   * @param state the part that slides, phi or theta
   * @param fixed the part that does not, psi
   * @param rate how fast it slides
   */
  public record Threshold(Optional<Symbol> state, Optional<Symbol> fixed, Polynomial rate) {}
}
