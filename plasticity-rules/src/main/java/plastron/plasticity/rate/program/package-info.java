/**
 * What a rate block computes in a step, as data: rows and matrices, and operations between them.
 * One engine runs every program, in both directions and both precisions. The way in is {@link
 * plastron.plasticity.rate.program.ProgramBuilder}.
 */
@NullMarked
package plastron.plasticity.rate.program;

import org.jspecify.annotations.NullMarked;
