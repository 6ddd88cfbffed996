/**
 * A network with learned weights and learned rules: what training produces and what export
 * consumes. The way in is {@link plastron.plasticity.model.PlasticModel}.
 */
@NullMarked
package plastron.plasticity.model;

import org.jspecify.annotations.NullMarked;
