/** Spike trains of whole populations. The way in is {@link plastron.core.spikes.SpikeRaster}. */
@NullMarked
package plastron.core.spikes;

import org.jspecify.annotations.NullMarked;
