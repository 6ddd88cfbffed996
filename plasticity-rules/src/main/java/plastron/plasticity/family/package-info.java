/**
 * A rule up to the choices a user makes when putting it on a layer: bounds, the axis of alpha, the
 * source of the modulator. The way in is {@link plastron.plasticity.family.RuleFamily}; {@code
 * plastron.plasticity.catalogue} has the ones that Plastron ships.
 */
@NullMarked
package plastron.plasticity.family;

import org.jspecify.annotations.NullMarked;
