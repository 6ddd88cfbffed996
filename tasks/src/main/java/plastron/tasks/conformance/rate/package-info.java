/**
 * Comparison of rate blocks with the reference vectors. The way in is {@link
 * plastron.tasks.conformance.rate.RateBlockKind}.
 */
@NullMarked
package plastron.tasks.conformance.rate;

import org.jspecify.annotations.NullMarked;
