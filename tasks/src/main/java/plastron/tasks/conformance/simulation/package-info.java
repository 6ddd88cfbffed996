/** Small networks of an independent simulator, spike by spike, against circuits. */
@NullMarked
package plastron.tasks.conformance.simulation;

import org.jspecify.annotations.NullMarked;
