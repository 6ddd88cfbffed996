package plastron.core.circuit;

import plastron.core.check.Require;
import plastron.core.network.DelayPlace;

/**
 * Spike-timing dependent plasticity of triplets of spikes, all of them (Pfister and Gerstner 2006,
 * equations 2 to 4; NEST's stdp_triplet_synapse). Every pre spike raises the traces r1 and r2 by 1,
 * every post spike o1 and o2; they decay with time constants {@code tau+}, {@code tau_x}, {@code
 * tau-} and {@code tau_y}. A post spike makes {@code w += r1 (A2+ + A3+ o2)}, a pre spike {@code w
 * -= o1 (A2- + A3- r2)}, with o2 and r2 just before the spike, both within {@code [0, wMax]}.
 *
 * @param pairPotentiation {@code A2+}, unit of weights, at least 0
 * @param tripletPotentiation {@code A3+}, unit of weights, at least 0
 * @param pairDepression {@code A2-}, unit of weights, at least 0
 * @param tripletDepression {@code A3-}, unit of weights, at least 0
 * @param tauPlusMs decay of r1, ms, above 0
 * @param tauMinusMs decay of o1, ms, above 0
 * @param tauXMs decay of r2, ms, above 0
 * @param tauYMs decay of o2, ms, above 0
 * @param greatest {@code wMax}, above 0
 * @param place where the delay lies, as in {@link PairStdp}
 */
public record TripletStdp(
    double pairPotentiation,
    double tripletPotentiation,
    double pairDepression,
    double tripletDepression,
    double tauPlusMs,
    double tauMinusMs,
    double tauXMs,
    double tauYMs,
    double greatest,
    DelayPlace place)
    implements Plasticity {

  public TripletStdp {
    Require.notNegative("Potentiation by pairs", pairPotentiation);
    Require.notNegative("Potentiation by triplets", tripletPotentiation);
    Require.notNegative("Depression by pairs", pairDepression);
    Require.notNegative("Depression by triplets", tripletDepression);
    Require.positive("Time constant of potentiation", tauPlusMs);
    Require.positive("Time constant of depression", tauMinusMs);
    Require.positive("Time constant of the slow pre trace", tauXMs);
    Require.positive("Time constant of the slow post trace", tauYMs);
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
