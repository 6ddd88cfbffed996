/**
 * The exponential function of surrogates: one definition for single numbers and for vectors, faster
 * than {@link java.lang.Math#exp} and accurate to the last place or two.
 */
@NullMarked
package plastron.slayer.exponential;

import org.jspecify.annotations.NullMarked;
