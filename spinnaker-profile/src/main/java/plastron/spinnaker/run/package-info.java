/** Runs a chip image bit for bit. The way in is {@link plastron.spinnaker.run.SpinnakerCores}. */
@NullMarked
package plastron.spinnaker.run;

import org.jspecify.annotations.NullMarked;
