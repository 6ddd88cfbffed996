package plastron.spinnaker.scale;

import plastron.spinnaker.emulator.LifConstants;
import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.Exponential;
import plastron.spinnaker.fixed.UnsignedFract;

/**
 * Time constants whose decays, as the core computes them, come nearest to wanted ones. A step is
 * one millisecond. The core rounds dt/tau to s16.15 before it takes the exponential (section 3 of
 * the SpiNNaker reference data), so there is a grid.
 */
final class TimeConstants {

  /**
   * Below this decay the core's exponential gives 0 anyway; tau = 1/16 ms makes dt/tau pass its
   * guard.
   */
  static final double SMALLEST_DECAY = 3.1e-5;

  private static final int INSTANT = Accum.ONE / 16;

  private TimeConstants() {}

  /** The largest time constant that still decays, in steps. */
  static final double MAX_STEPS = 32767;

  /** Whether a decay has a time constant of at most {@link #MAX_STEPS}. */
  static boolean exists(double decay) {
    return decay < 1 && (decay < SMALLEST_DECAY || -1 / Math.log(decay) <= MAX_STEPS);
  }

  /** tau_syn, s16.15, for a decay per step; {@link #exists} must hold. */
  static int synaptic(double decay) {
    return search(decay, true);
  }

  /** tau_m, s16.15, for a decay per step; {@link #exists} must hold. */
  static int membrane(double decay) {
    return search(decay, false);
  }

  /** The decay of currents that the core makes of tau_syn. */
  static double synapticDecay(int tau) {
    return UnsignedFract.toDouble(LifConstants.decay(Accum.ONE, tau));
  }

  /** The decay of voltages that the core makes of tau_m. */
  static double membraneDecay(int tau) {
    return Accum.toDouble(Exponential.expk(-Accum.divide(Accum.ONE, tau)));
  }

  private static int search(double decay, boolean synaptic) {
    if (decay < SMALLEST_DECAY) {
      return INSTANT;
    }
    long ratio = Math.round(-Math.log(decay) * Accum.ONE);
    int best = INSTANT;
    double smallest = Double.POSITIVE_INFINITY;
    for (long r = Math.max(1, ratio - 2); r <= ratio + 2; r++) {
      int tau = (int) Math.min(Integer.MAX_VALUE, ((long) Accum.ONE << 15) / r);
      double error = Math.abs((synaptic ? synapticDecay(tau) : membraneDecay(tau)) - decay);
      if (error < smallest) {
        smallest = error;
        best = tau;
      }
    }
    return best;
  }
}
