package plastron.core.circuit;

import plastron.core.check.Require;
import plastron.core.network.DelayPlace;

/**
 * Spike-timing dependent plasticity of all pairs of spikes, with power-law dependence on the weight
 * (Guetig et al. 2003; NEST's stdp_synapse). With traces x of the pre neuron and y of the post
 * neuron, which every spike raises by 1 and which decay, a post spike makes {@code w += lambda wMax
 * (1 - w / wMax)^muPlus x}, a pre spike {@code w -= alpha lambda wMax (w / wMax)^muMinus y}, both
 * within {@code [0, wMax]}.
 *
 * @param tauPlusMs decay of x, ms, above 0
 * @param tauMinusMs decay of y, ms, above 0
 * @param lambda step of learning, at least 0
 * @param alpha strength of depression in that of potentiation, at least 0
 * @param muPlus exponent of potentiation, at least 0
 * @param muMinus exponent of depression, at least 0
 * @param greatest {@code wMax}, above 0
 * @param place where the delay lies: dendritic, so that spikes of the post neuron come late to the
 *     synapse (those that come with a pre spike count as before it), or axonal, so that spikes of
 *     the pre neuron do (those that come with a post spike count as before it)
 */
public record PairStdp(
    double tauPlusMs,
    double tauMinusMs,
    double lambda,
    double alpha,
    double muPlus,
    double muMinus,
    double greatest,
    DelayPlace place)
    implements Plasticity {

  public PairStdp {
    Require.positive("Time constant of potentiation", tauPlusMs);
    Require.positive("Time constant of depression", tauMinusMs);
    Require.notNegative("Step of learning", lambda);
    Require.notNegative("Strength of depression", alpha);
    Require.notNegative("Exponent of potentiation", muPlus);
    Require.notNegative("Exponent of depression", muMinus);
    Require.positive("Greatest weight", greatest);
    Require.given("Place of the delay", place);
  }

  @Override
  public boolean learns() {
    return true;
  }

  @Override
  public double least() {
    return 0;
  }
}
