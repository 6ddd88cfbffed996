package plastron.core.circuit;

import plastron.core.check.Require;
import plastron.core.network.DelayPlace;

/**
 * Spike-timing dependent plasticity that waits for dopamine (Izhikevich 2007; Potjans, Morrison and
 * Diesmann 2010; NEST's stdp_dopamine_synapse). Pairs of spikes, all of them, change an eligibility
 * c instead of the weight: a post spike makes {@code c += A+ x}, a pre spike {@code c -= A- y},
 * with traces x of the pre neuron and y of the post neuron, which every spike raises by 1 and which
 * decay. Between spikes {@code dc/dt = -c / tau_c}, {@code dn/dt = -n / tau_n} and {@code dw/dt = c
 * (n - b)}, with w in {@code [wMin, wMax]} at all times; every spike of a population makes {@code n
 * += 1 / tau_n}, for all synapses at once. At first c and n are 0.
 *
 * @param source name of the population whose spikes release dopamine
 * @param delayMs from these to the synapses, ms, at least one step, rounded to steps on the grid
 * @param tauEligibilityMs {@code tau_c}, ms, above 0
 * @param tauDopamineMs {@code tau_n}, ms, above 0
 * @param baseline {@code b}, 1/ms, at least 0
 * @param potentiation {@code A+}, unit of weights, at least 0
 * @param depression {@code A-}, unit of weights, at least 0
 * @param tauPlusMs decay of x, ms, above 0
 * @param tauMinusMs decay of y, ms, above 0
 * @param least {@code wMin}, at least 0
 * @param greatest {@code wMax}, above {@code wMin}
 * @param place where the delay of the synapses lies, as in {@link PairStdp}
 */
public record DopamineStdp(
    String source,
    double delayMs,
    double tauEligibilityMs,
    double tauDopamineMs,
    double baseline,
    double potentiation,
    double depression,
    double tauPlusMs,
    double tauMinusMs,
    double least,
    double greatest,
    DelayPlace place)
    implements Plasticity {

  public DopamineStdp {
    Require.name("Population that releases dopamine", source);
    Require.positive("Delay of dopamine", delayMs);
    Require.positive("Time constant of eligibility", tauEligibilityMs);
    Require.positive("Time constant of dopamine", tauDopamineMs);
    Require.notNegative("Baseline of dopamine", baseline);
    Require.notNegative("Potentiation", potentiation);
    Require.notNegative("Depression", depression);
    Require.positive("Time constant of potentiation", tauPlusMs);
    Require.positive("Time constant of depression", tauMinusMs);
    Require.notNegative("Least weight", least);
    Require.finite("Greatest weight", greatest);
    if (!(greatest > least)) {
      throw new IllegalArgumentException(
          "Greatest weight (%s) must be above the least (%s).".formatted(greatest, least));
    }
    Require.given("Place of the delay", place);
  }

  @Override
  public boolean learns() {
    return true;
  }
}
