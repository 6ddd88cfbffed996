package plastron.core.cell;

import plastron.core.check.Require;
import plastron.core.network.Values;

/** Checks of time constants of synaptic currents and conductances. */
final class SynapticTime {
  private SynapticTime() {}

  static void require(String which, Values tauMs) {
    String subject = which + " synaptic time constant";
    Require.given(subject, tauMs)
        .require(subject, t -> t > 0 && !Double.isInfinite(t), "a positive number of ms");
  }
}
