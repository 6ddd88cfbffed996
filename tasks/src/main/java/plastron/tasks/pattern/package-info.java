/**
 * Classification of spike patterns: which of a few patterns was it, by the times of its spikes
 * alone? The way in is {@link plastron.tasks.pattern.SpikePatterns}.
 */
@NullMarked
package plastron.tasks.pattern;

import org.jspecify.annotations.NullMarked;
