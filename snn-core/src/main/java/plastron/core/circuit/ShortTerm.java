package plastron.core.circuit;

import plastron.core.check.Require;

/**
 * Short-term depression and facilitation (Tsodyks, Uziel and Markram 2000; recursion of Maass and
 * Markram 2002, equations 4 and 5; NEST's tsodyks2_synapse since its change 3384, which before let
 * the first spike act as a second one). A spike arrives with the weight {@code w u x}. At first
 * {@code u = U} and {@code x = 1}; at each further spike, {@code h} after the one before, first
 * {@code x = 1 + (x - x u - 1) exp(-h / tau_rec)}, then {@code u = U + u (1 - U) exp(-h / tau_fac)}
 * with the x and u of the spike before. Weights of any sign; they do not change.
 *
 * @param utilisation {@code U}, the share of its resources that a synapse at rest uses, in [0, 1]
 * @param tauRecoveryMs {@code tau_rec}, time constant with which resources recover, ms, above 0
 * @param tauFacilitationMs {@code tau_fac}, time constant with which u falls, ms, at least 0; 0 if
 *     u is always U
 */
public record ShortTerm(double utilisation, double tauRecoveryMs, double tauFacilitationMs)
    implements Plasticity {

  public ShortTerm {
    if (!(utilisation >= 0 && utilisation <= 1)) {
      throw new IllegalArgumentException(
          "Utilisation (%s) must be a number from 0 to 1.".formatted(utilisation));
    }
    Require.positive("Time constant of recovery", tauRecoveryMs);
    Require.notNegative("Time constant of facilitation", tauFacilitationMs);
  }

  @Override
  public boolean learns() {
    return false;
  }

  @Override
  public double least() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double greatest() {
    return Double.POSITIVE_INFINITY;
  }
}
