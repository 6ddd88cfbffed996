/**
 * Differentiable plasticity on a SpiNNaker core in integers (section 6 of the SpiNNaker reference
 * data). The way in is {@link plastron.spinnaker.plasticity.PlasticRows}: give it a {@link
 * plastron.spinnaker.plasticity.PlasticKernel}, call {@code endInterval} with the rates of each
 * interval, deliver {@code effectiveRow}.
 *
 * <p>Every rule here has the form {@code E' = (1 - eta) E + eta * post * pre}. A kernel says what
 * {@code post} and {@code pre} are; one loop, {@link
 * plastron.spinnaker.plasticity.RowUpdate#outer}, applies them all. Mode: sweep, that is every row
 * is updated at the end of every interval, silent or not.
 */
@NullMarked
package plastron.spinnaker.plasticity;

import org.jspecify.annotations.NullMarked;
