/**
 * The files of an export: chip image and manifest. Written beside their place and moved there when
 * complete; read with a check of kind, version and checksum. The way in is {@link
 * plastron.export.artifact.ExportDirectory}; models are in {@link plastron.export.model}.
 */
@NullMarked
package plastron.export.artifact;

import org.jspecify.annotations.NullMarked;
