/**
 * How far the accumulators of a core are from their ends, from the integers of an image. The way in
 * is {@link plastron.loihi.range.LoihiRanges}.
 */
@NullMarked
package plastron.loihi.range;

import org.jspecify.annotations.NullMarked;
