/** Seeds: one per run, iteration and episode. The way in is {@link plastron.core.random.Seeds}. */
@NullMarked
package plastron.core.random;

import org.jspecify.annotations.NullMarked;
