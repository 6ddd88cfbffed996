/**
 * How a network runs: the event-driven simulator and the interface that chip emulators share with
 * it. The way in is {@link plastron.core.run.Runner}.
 */
@NullMarked
package plastron.core.run;

import org.jspecify.annotations.NullMarked;
