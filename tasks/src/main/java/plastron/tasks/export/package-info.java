/**
 * From a trained run to a chip: {@code plastron export}, {@code emulate} and {@code verify}. The
 * way in is {@link plastron.tasks.export.ExportCommand}; what it does is {@link
 * plastron.tasks.export.CompiledRun} and {@link plastron.tasks.export.ExportFolder}.
 */
@NullMarked
package plastron.tasks.export;

import org.jspecify.annotations.NullMarked;
