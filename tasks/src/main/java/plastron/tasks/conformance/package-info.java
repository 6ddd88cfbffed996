/**
 * Comparison of training with the reference vectors for differentiable plasticity. The way in is
 * {@link plastron.tasks.conformance.PlasticityKind}.
 */
@NullMarked
package plastron.tasks.conformance;

import org.jspecify.annotations.NullMarked;
