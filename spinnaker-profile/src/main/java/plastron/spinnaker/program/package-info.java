/**
 * What a layer's cores execute, as integers ({@link plastron.spinnaker.program.SpinnakerProgram}),
 * and its form in a chip image: {@link plastron.spinnaker.program.LayerImage} writes it, {@link
 * plastron.spinnaker.program.ImageReader} reads it and refuses what leaves the range of a register.
 */
@NullMarked
package plastron.spinnaker.program;

import org.jspecify.annotations.NullMarked;
