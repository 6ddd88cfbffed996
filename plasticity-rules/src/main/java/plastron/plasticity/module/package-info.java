/**
 * Rate blocks in a network of spiking neurons: what they read, what they give, and when. The way in
 * is {@link plastron.plasticity.module.RateModule}.
 */
@NullMarked
package plastron.plasticity.module;

import org.jspecify.annotations.NullMarked;
