/**
 * The folder of a training run: configuration, metrics, checkpoints, provenance. Whatever moment a
 * process dies, what lies there can be resumed. The way in is {@link plastron.tasks.run.RunFolder}.
 */
@NullMarked
package plastron.tasks.run;

import org.jspecify.annotations.NullMarked;
