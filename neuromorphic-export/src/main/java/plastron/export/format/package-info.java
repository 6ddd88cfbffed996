/**
 * What goes out and what comes in: formats of chip images and importers of models, both open to
 * whoever adds one. The ways in are {@link plastron.export.format.OutputFormats} and {@link
 * plastron.export.format.ModelImporters}.
 */
@NullMarked
package plastron.export.format;

import org.jspecify.annotations.NullMarked;
