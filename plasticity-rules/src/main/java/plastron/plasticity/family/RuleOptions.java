package plastron.plasticity.family;

import plastron.core.check.Require;
import plastron.plasticity.expr.Axis;

/**
 * What a user chooses when putting a rule on a layer.
 *
 * @param clip bound on the magnitude of trace entries, above 0, infinite for none
 * @param alphaAxis SYNAPSE for one plasticity coefficient per synapse (the paper's form), POST for
 *     one per neuron, GLOBAL for one per layer
 * @param modulator where the modulator M of an NDP rule comes from; other rules ignore it. From its
 *     own layer M is {@code W_m y}, from another {@code W_m m}, from outside the external symbol
 *     {@code M}.
 * @param decayModulator where the modulator N of a rule with modulated decay comes from; other
 *     rules ignore it. From its own layer N is {@code W_n y}, from another {@code W_n n}, from
 *     outside the external symbol {@code N}.
 */
public record RuleOptions(
    double clip, Axis alphaAxis, ModulatorSource modulator, ModulatorSource decayModulator) {

  /** The same choices; each layer modulates its own decay. */
  public RuleOptions(double clip, Axis alphaAxis, ModulatorSource modulator) {
    this(clip, alphaAxis, modulator, new ModulatorSource.OwnLayer());
  }

  public RuleOptions {
    Require.given("Modulator", modulator);
    Require.given("Modulator of the decay", decayModulator);
    if (!(clip > 0)) {
      throw new IllegalArgumentException("Trace clip (%s) must be above 0.".formatted(clip));
    }
    if (alphaAxis != Axis.SYNAPSE && alphaAxis != Axis.POST && alphaAxis != Axis.GLOBAL) {
      throw new IllegalArgumentException(
          "Axis of alpha (%s) must be SYNAPSE, POST or GLOBAL.".formatted(alphaAxis));
    }
  }

  /** As the paper has it: no clip, alpha per synapse, each layer modulates itself. */
  public static RuleOptions paper() {
    return new RuleOptions(Double.POSITIVE_INFINITY, Axis.SYNAPSE, new ModulatorSource.OwnLayer());
  }

  /** The same with another clip. */
  public RuleOptions clippedAt(double newClip) {
    return new RuleOptions(newClip, alphaAxis, modulator, decayModulator);
  }

  /** The same with another modulator. */
  public RuleOptions modulatedBy(ModulatorSource newModulator) {
    return new RuleOptions(clip, alphaAxis, newModulator, decayModulator);
  }

  /** The same with another modulator of the decay. */
  public RuleOptions decayModulatedBy(ModulatorSource newModulator) {
    return new RuleOptions(clip, alphaAxis, modulator, newModulator);
  }
}
