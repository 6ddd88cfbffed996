/**
 * A network with learned weights and learned rules: what training produces and what export
 * consumes. The ways in are {@link plastron.plasticity.model.PlasticModel} and, to build one by
 * hand, {@link plastron.plasticity.model.ModelBuilder}.
 */
@NullMarked
package plastron.plasticity.model;

import org.jspecify.annotations.NullMarked;
