/**
 * The sweep written a second time, scalar by scalar from the text, on a small automatic
 * differentiation. The way in is {@link plastron.slayer.reference.ReferenceNetwork}.
 */
@NullMarked
package plastron.slayer.reference;

import org.jspecify.annotations.NullMarked;
