/**
 * Comparison of training with the reference vectors for graphs of populations. The way in is {@link
 * plastron.tasks.conformance.graph.GraphKind}.
 */
@NullMarked
package plastron.tasks.conformance.graph;

import org.jspecify.annotations.NullMarked;
