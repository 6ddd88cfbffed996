/**
 * From numbers to spikes and back. Encoders write into a range of neurons and steps of a raster and
 * draw from the generator they are given; decoders read such a range. The way in are {@link
 * plastron.core.encode.PlaceCode}, {@link plastron.core.encode.BernoulliCode} and {@link
 * plastron.core.encode.LatencyCode}.
 */
@NullMarked
package plastron.core.encode;

import org.jspecify.annotations.NullMarked;
