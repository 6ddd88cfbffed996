/**
 * {@code plastron quickstart}: the main job from training to the chips in a few minutes. The way in
 * is {@link plastron.tasks.quickstart.QuickstartCommand}; the job reads as {@code Quickstart.run}.
 */
@NullMarked
package plastron.tasks.quickstart;

import org.jspecify.annotations.NullMarked;
