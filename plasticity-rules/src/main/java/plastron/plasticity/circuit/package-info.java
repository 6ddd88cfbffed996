/**
 * Rules as plasticity of large networks in physical units, with the kernels of training. The way in
 * is {@link plastron.plasticity.circuit.LearningByRule}.
 */
@NullMarked
package plastron.plasticity.circuit;

import org.jspecify.annotations.NullMarked;
