/**
 * Populations that spike by themselves and receive nothing. The way in: {@link
 * plastron.core.source.SpikeGenerator}.
 */
@NullMarked
package plastron.core.source;

import org.jspecify.annotations.NullMarked;
