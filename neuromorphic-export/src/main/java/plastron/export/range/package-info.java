/**
 * How far the accumulators of a chip are from their ends: what a profile says of an image, what the
 * compiler judges and reports print. The way in is {@link plastron.export.range.AccumulatorRange}.
 */
@NullMarked
package plastron.export.range;

import org.jspecify.annotations.NullMarked;
