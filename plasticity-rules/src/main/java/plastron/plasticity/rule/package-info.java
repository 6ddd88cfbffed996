/**
 * A plasticity rule as data. The way in is {@link plastron.plasticity.rule.PlasticityRule#named}.
 */
@NullMarked
package plastron.plasticity.rule;

import org.jspecify.annotations.NullMarked;
