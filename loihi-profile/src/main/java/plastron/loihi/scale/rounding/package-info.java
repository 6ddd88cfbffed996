/**
 * What the chip rounds as it runs, in the symbols of the rule, for training that rounds the same.
 * The way in is {@link plastron.loihi.scale.rounding.RoundedStates}.
 */
@NullMarked
package plastron.loihi.scale.rounding;

import org.jspecify.annotations.NullMarked;
