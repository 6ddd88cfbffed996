/**
 * Models with fixed weights as circuits: networks of NIR, and Plastron's own files. The way in is
 * {@link plastron.tasks.circuit.model.ModelCircuit}.
 */
@NullMarked
package plastron.tasks.circuit.model;

import org.jspecify.annotations.NullMarked;
