/**
 * Runs a chip image bit for bit. The way in is {@link plastron.spinnaker.run.ImageRunner}; {@link
 * plastron.spinnaker.run.LayerImage} says which names a layer's image has.
 */
@NullMarked
package plastron.spinnaker.run;

import org.jspecify.annotations.NullMarked;
