package plastron.spinnaker.emulator;

import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.Exponential;
import plastron.spinnaker.fixed.UnsignedFract;

/**
 * What the core computes once from {@link CurrentLifParameters} (section 3 of the SpiNNaker
 * reference data).
 *
 * @param rMembrane membrane resistance, s16.15
 * @param expTc membrane decay per sub-step, s16.15
 * @param refractSteps sub-steps of the refractory period; a plain integer
 * @param decayExc decay of the excitatory current per sub-step, u0.32
 * @param initExc scale of an arriving excitatory weight, u0.32
 * @param decayInh decay of the inhibitory current per sub-step, u0.32
 * @param initInh scale of an arriving inhibitory weight, u0.32
 */
public record LifConstants(
    int rMembrane,
    int expTc,
    int refractSteps,
    long decayExc,
    long initExc,
    long decayInh,
    long initInh) {

  /** Computes the constants; every result wraps as on the core. */
  public static LifConstants of(CurrentLifParameters p) {
    int subStep = p.timeStep() / p.subSteps();
    long decayExc = decay(subStep, p.tauSynExc());
    long decayInh = decay(subStep, p.tauSynInh());
    return new LifConstants(
        Accum.divide(p.tauM(), p.cM()),
        Exponential.expk(-Accum.divide(subStep, p.tauM())),
        Accum.ceil(Accum.divide(p.tRefract(), subStep)),
        decayExc,
        inputScale(subStep, p.tauSynExc(), decayExc),
        decayInh,
        inputScale(subStep, p.tauSynInh(), decayInh));
  }

  /**
   * The synaptic decay over a sub-step.
   *
   * @param subStep s16.15, ms
   * @param tau time constant, s16.15, ms, not 0
   * @return u0.32; 0 (no memory at all) when tau is 32768 sub-steps or longer, because the ratio is
   *     rounded first
   */
  public static long decay(int subStep, int tau) {
    return Exponential.expulr(-Accum.divide(subStep, tau));
  }

  /**
   * The factor on arriving weights that gives the charge of an exact integration, {@code tau/dt *
   * (1 - decay)}.
   *
   * @param subStep s16.15, ms, not 0
   * @param tau time constant, s16.15, ms
   * @param decay u0.32
   * @return u0.32, wrapped
   */
  public static long inputScale(int subStep, int tau, long decay) {
    return (Accum.divide(tau, subStep) * (UnsignedFract.MAX - decay)) >> 15 & UnsignedFract.MAX;
  }
}
