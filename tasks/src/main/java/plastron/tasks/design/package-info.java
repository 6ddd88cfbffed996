/**
 * What a task consists of once its settings are known: trials, network, what is measured, what is
 * drawn. The way in is {@link plastron.tasks.design.TaskDesign}.
 */
@NullMarked
package plastron.tasks.design;

import org.jspecify.annotations.NullMarked;
