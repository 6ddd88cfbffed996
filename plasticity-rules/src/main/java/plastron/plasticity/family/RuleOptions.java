package plastron.plasticity.family;

import plastron.plasticity.expr.Axis;

/**
 * What a user chooses when putting a rule on a layer.
 *
 * @param clip bound on the magnitude of trace entries, above 0, infinite for none
 * @param alphaAxis SYNAPSE for one plasticity coefficient per synapse (the paper's form), POST for
 *     one per neuron, GLOBAL for one per layer
 * @param modulator where the modulator of an NDP rule comes from; other rules ignore it
 */
public record RuleOptions(double clip, Axis alphaAxis, ModulatorSource modulator) {

  public RuleOptions {
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
    return new RuleOptions(newClip, alphaAxis, modulator);
  }

  /** The same with another modulator. */
  public RuleOptions modulatedBy(ModulatorSource newModulator) {
    return new RuleOptions(clip, alphaAxis, newModulator);
  }
}
