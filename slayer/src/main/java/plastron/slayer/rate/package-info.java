/**
 * Blocks of rate units: layers and cells that exchange numbers where populations exchange spikes.
 * Each declares its step as a {@link plastron.slayer.rate.program.BlockProgram}; the engine runs
 * it, forwards and backwards. The way in is {@link plastron.slayer.rate.RateBlock}.
 */
@NullMarked
package plastron.slayer.rate;

import org.jspecify.annotations.NullMarked;
