package plastron.loihi.ruletext;

import java.util.Optional;
import plastron.export.diagnostic.Diagnostics;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.learning.LearningParameters;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.Variable;

/** Whether the learning engines of the chips run a rule, and what will surprise its author. */
final class RuleLimits {

  /** Products of a profile: not public; nengo-loihi uses one, Lava sets no limit. */
  private static final int PRODUCTS = 4;

  private static final int LARGEST_TRACE = 127;
  private static final String BOTH = "loihi1, loihi2";

  private RuleLimits() {}

  static void check(LavaRule rule, Diagnostics diagnostics) {
    rule.products().forEach(product -> product(product, diagnostics));
    if (rule.products().size() > PRODUCTS) {
      diagnostics.warn(
          "L-PROFILE-COUNT",
          BOTH,
          "the rule has (%d) products; how many fit is not public, %d are assumed to."
              .formatted(rule.products().size(), PRODUCTS),
          "");
    }
    if (rule.thirdFactor()) {
      diagnostics.refuse(
          "L-MOD-PERNEURON",
          "loihi1",
          "neurons write no post traces there; Loihi3FLearningRule needs them to.",
          "Maybe use loihi2.");
      diagnostics.warn(
          "L-VENDOR",
          "loihi2",
          "neurons that write y1 to y3 need vendor extension, a microcode neuron model.",
          "");
    }
    if (rule.rule().dd().isPresent()) {
      diagnostics.warn(
          "L-DELAY-USED", "loihi1", "the delay variable has 6 bits there, 8 in Lava.", "");
    }
    rule.readTraces().forEach(trace -> trace(rule, trace, diagnostics));
    if (rule.epoch() > 1) {
      diagnostics.warn(
          "L-EPOCH",
          BOTH,
          "of several spikes in one epoch (%d steps) only the last has its time."
              .formatted(rule.epoch()),
          "Maybe use shorter epochs and a larger k of u.");
    }
  }

  private static void product(Product product, Diagnostics diagnostics) {
    int bits = product.factorBits();
    double largest = Math.abs((double) product.mantissa());
    for (Factor factor : product.factors()) {
      largest *= LavaRule.largest(factor);
    }
    int shift = LearningScale.shiftLava(bits);
    double raised = Math.scalb(Math.floor(Math.scalb(largest, -shift)), product.storedExponent());
    if (bits > LearningParameters.LARGEST_FACTOR_BITS
        || Math.max(largest, raised) > Integer.MAX_VALUE) {
      diagnostics.refuse(
          "L-MAC-OVF",
          BOTH,
          "a product of %d operand bits can come to (%.4g), 32 bits hold %.4g; Lava wraps without a word."
              .formatted(bits, Math.max(largest, raised), (double) Integer.MAX_VALUE),
          "Maybe use fewer factors, or a smaller exponent.");
    }
  }

  private static void trace(LavaRule rule, Variable trace, Diagnostics diagnostics) {
    Optional<TraceParameters> given = rule.trace(trace);
    if (rule.isWritten(trace) || given.isEmpty()) {
      return;
    }
    TraceParameters parameters = given.get();
    double impulse = LanguageRule.impulse(parameters);
    String subject = "trace " + trace.symbol();
    if (impulse < 1) {
      diagnostics.warn(
          "L-TRACE-RES",
          subject,
          "its impulse (%s) is below 1, so that %s."
              .formatted(impulse, impulse == 0 ? "it stays 0" : "spikes are missed at random"),
          "");
    } else if (parameters.decay() == 0 && readsAtTheEnd(rule, trace)) {
      diagnostics.warn(
          "L-TRACE-RES",
          subject,
          "its time constant (0) means no memory in Lava: u sees spikes of the last step only.",
          "");
    } else if (impulse > LARGEST_TRACE * (1 - parameters.decay())) {
      diagnostics.warn(
          "L-TRACE-RES",
          subject,
          "it is full, 127, from a rate of %.3g spikes a step on."
              .formatted(LARGEST_TRACE * (1 - parameters.decay()) / impulse),
          "");
    }
    if (parameters.impulse().fraction() >= 128) {
      diagnostics.warn(
          "L-TRACE-RES",
          subject,
          "Lava always rounds the fraction (%d/256) of its impulse up: it is drawn in 7 bits."
              .formatted(parameters.impulse().fraction()),
          "");
    }
  }

  private static boolean readsAtTheEnd(LavaRule rule, Variable trace) {
    return rule.products().stream().anyMatch(p -> p.gate() == Gate.U && LavaRule.reads(p, trace));
  }
}
