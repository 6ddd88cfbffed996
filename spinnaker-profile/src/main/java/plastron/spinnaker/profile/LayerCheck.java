package plastron.spinnaker.profile;

import java.util.Optional;
import plastron.export.stage.ValidLayer;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.legal.RuleReader;
import plastron.spinnaker.legal.UnplacedTermException;
import plastron.spinnaker.scale.LayerDiagnostics;

/** Looks at a layer before there are scales: its rule and time constants. */
record LayerCheck(ValidLayer layer, LayerDiagnostics diagnostics) {

  /**
   * The longest time constant: dt/tau must not round to 0 in s16.15, else the decay is 0 (expulr(0)
   * is 0).
   */
  private static final double MAX_TAU_STEPS = 32767;

  Optional<CoreRule> check() {
    tau("membrane", layer.neuron().decay().uniform());
    tau("synaptic", layer.currentDecay());
    try {
      return Optional.of(RuleReader.read(layer.rule()));
    } catch (UnplacedTermException e) {
      diagnostics.refuse(e.code(), e.reason(), e.wayOut());
      return Optional.empty();
    }
  }

  private void tau(String what, double decay) {
    double steps = decay <= 0 ? 0 : decay >= 1 ? Double.POSITIVE_INFINITY : -1 / Math.log(decay);
    if (steps > MAX_TAU_STEPS) {
      diagnostics.refuse(
          "S-TAU",
          "the %s time constant (%s steps, decay %s) must be at most %s: the core rounds dt/tau to 2^-15."
              .formatted(what, steps, decay, MAX_TAU_STEPS),
          "Maybe train with a decay of at most 0.9999.");
    }
  }
}
