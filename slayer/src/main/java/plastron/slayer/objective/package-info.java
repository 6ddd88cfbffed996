/**
 * What training strives for, open to users: trials of any type, how they are judged, and the loss
 * that follows. The way in is {@link plastron.slayer.objective.Objective}.
 */
@NullMarked
package plastron.slayer.objective;

import org.jspecify.annotations.NullMarked;
