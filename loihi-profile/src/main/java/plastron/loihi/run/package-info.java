/** Runs a chip image, bit for bit. The way in is {@link plastron.loihi.run.LoihiCores}. */
@NullMarked
package plastron.loihi.run;

import org.jspecify.annotations.NullMarked;
