/**
 * How far the accumulators of a core are from their ends, from the integers of an image. The way in
 * is {@link plastron.spinnaker.range.SpinnakerRanges}.
 */
@NullMarked
package plastron.spinnaker.range;

import org.jspecify.annotations.NullMarked;
