/**
 * What programs and images compute, read back in real numbers. The ways in are {@link
 * plastron.loihi.computed.ComputedLayer} and {@link plastron.loihi.computed.ComputedImage}.
 */
@NullMarked
package plastron.loihi.computed;

import org.jspecify.annotations.NullMarked;
