/**
 * What is measured: shapes of networks and episodes, and the training plan that each stands for.
 * The way in is {@link plastron.tasks.bench.workload.Workload}.
 */
@NullMarked
package plastron.tasks.bench.workload;

import org.jspecify.annotations.NullMarked;
