/**
 * The learning engine of a core: traces, epochs, and microcode rules on weights, tags and delay
 * variables, bit for bit as Lava's fixed-point model. The way in is {@link
 * plastron.loihi.learning.LearningEngine}; {@link plastron.loihi.learning.PlasticDense} puts it
 * between two populations.
 */
@NullMarked
package plastron.loihi.learning;

import org.jspecify.annotations.NullMarked;
