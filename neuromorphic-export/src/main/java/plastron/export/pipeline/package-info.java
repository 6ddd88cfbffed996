/**
 * From a model to a chip image, one pass a file. The way in is {@link
 * plastron.export.pipeline.ExportPipeline}, which reads as the list of passes.
 */
@NullMarked
package plastron.export.pipeline;

import org.jspecify.annotations.NullMarked;
