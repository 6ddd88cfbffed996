/**
 * What a plasticity rule becomes on a SpiNNaker core, before there are numbers. Decided from the
 * rule's normal form, never from its name. The way in is {@link
 * plastron.spinnaker.legal.RuleReader}.
 */
@NullMarked
package plastron.spinnaker.legal;

import org.jspecify.annotations.NullMarked;
