/**
 * What follows from a rule by algebra: normal form, derivatives, and the row form that evaluators
 * walk. The way in is {@link plastron.plasticity.derive.RuleDerivation}.
 */
@NullMarked
package plastron.plasticity.derive;

import org.jspecify.annotations.NullMarked;
