/**
 * Blocks of rate units: layers and cells that exchange numbers where populations exchange spikes.
 * Each declares its step as a {@link plastron.plasticity.rate.program.BlockProgram}; the engine
 * runs it, forwards and backwards. The way in is {@link plastron.plasticity.rate.RateBlock}.
 */
@NullMarked
package plastron.plasticity.rate;

import org.jspecify.annotations.NullMarked;
