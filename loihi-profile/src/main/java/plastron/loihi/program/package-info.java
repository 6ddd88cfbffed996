/**
 * What becomes of a layer on Loihi: the numbers of its neurons, its microcode and the scales of its
 * traces. The way in is {@link plastron.loihi.program.LoihiProgram}.
 */
@NullMarked
package plastron.loihi.program;

import org.jspecify.annotations.NullMarked;
