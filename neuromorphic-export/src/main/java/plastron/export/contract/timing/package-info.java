/**
 * Rules of single spikes to try on chips. The way in is {@link
 * plastron.export.contract.timing.SpikeForm}.
 */
@NullMarked
package plastron.export.contract.timing;

import org.jspecify.annotations.NullMarked;
