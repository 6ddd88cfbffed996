/**
 * What tests of tasks are written with, published with the classifier {@code tests}. The way in is
 * {@link plastron.tasks.kit.TaskContract}.
 */
@NullMarked
package plastron.tasks.kit;

import org.jspecify.annotations.NullMarked;
