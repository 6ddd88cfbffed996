/**
 * Numbers in fixed point: formats, rounding, scales and what they lose. The way in is {@link
 * plastron.export.fixedpoint.Scale}.
 */
@NullMarked
package plastron.export.fixedpoint;

import org.jspecify.annotations.NullMarked;
