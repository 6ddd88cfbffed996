/**
 * What holds for all modules at once: who may know whom, names, sizes. The way in is {@link
 * ModuleArrowsTest}.
 */
@NullMarked
package plastron.tasks.architecture;

import org.jspecify.annotations.NullMarked;
