package plastron.spinnaker.emulator;

import plastron.spinnaker.fixed.Accum;

/**
 * Parameters and initial state of one {@code IF_curr_exp} neuron as the host writes them; s16.15
 * unless said otherwise, in mV, ms, nA and nF.
 *
 * @param vInit initial membrane voltage
 * @param vRest resting voltage
 * @param cM membrane capacitance, not 0
 * @param tauM membrane time constant, not 0
 * @param iOffset constant current
 * @param vReset voltage after a spike
 * @param tRefract refractory time
 * @param refractTimerInit steps the neuron starts refractory; a plain integer
 * @param timeStep length of a step
 * @param vThresh threshold; a spike needs {@code v >= vThresh}
 * @param tauSynExc time constant of excitatory current, not 0
 * @param excInit initial excitatory current
 * @param tauSynInh time constant of inhibitory current, not 0
 * @param inhInit initial inhibitory current
 * @param subSteps updates in a step, at least 1; a plain integer
 */
public record CurrentLifParameters(
    int vInit,
    int vRest,
    int cM,
    int tauM,
    int iOffset,
    int vReset,
    int tRefract,
    int refractTimerInit,
    int timeStep,
    int vThresh,
    int tauSynExc,
    int excInit,
    int tauSynInh,
    int inhInit,
    int subSteps) {

  /** Checks what the set-up arithmetic divides by. */
  public CurrentLifParameters {
    if (subSteps < 1) {
      throw new IllegalArgumentException("sub-steps (%d) must be at least 1".formatted(subSteps));
    }
    requireNotZero("c_m", cM);
    requireNotZero("tau_m", tauM);
    requireNotZero("tau_syn_E", tauSynExc);
    requireNotZero("tau_syn_I", tauSynInh);
    if (timeStep / subSteps == 0) {
      throw new IllegalArgumentException(
          "time step (raw %d) must not vanish when divided into %d sub-steps"
              .formatted(timeStep, subSteps));
    }
  }

  private static void requireNotZero(String name, int accum) {
    if (accum == 0) {
      throw new IllegalArgumentException(
          "%s (0) must not be 0 in s16.15. Maybe it is below %s?".formatted(name, 1.0 / Accum.ONE));
    }
  }
}
