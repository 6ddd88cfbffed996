/**
 * {@code plastron bench}: how long a training iteration takes here, and in PyTorch. Every engine
 * runs in a process of its own, which does one iteration whenever it is asked for one. The way in
 * is {@link plastron.tasks.bench.TrainingBenchCommand}.
 */
@NullMarked
package plastron.tasks.bench;

import org.jspecify.annotations.NullMarked;
