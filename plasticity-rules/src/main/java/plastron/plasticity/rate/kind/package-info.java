/**
 * The kinds of rate blocks, found by the service loader. Each states its parameters and its step;
 * what they have in common is {@link plastron.plasticity.rate.BlockKind}.
 */
@NullMarked
package plastron.plasticity.rate.kind;

import org.jspecify.annotations.NullMarked;
