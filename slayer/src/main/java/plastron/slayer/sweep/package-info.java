/**
 * One episode forwards and backwards, in whichever precision. The way in is {@link
 * plastron.slayer.sweep.Sweep}.
 */
@NullMarked
package plastron.slayer.sweep;

import org.jspecify.annotations.NullMarked;
