/**
 * The files of an export: models, chip images, manifests. Written beside their place and moved
 * there when complete; read with a check of kind, version and checksum. The ways in are {@link
 * plastron.export.artifact.ModelFile} and {@link plastron.export.artifact.ExportDirectory}.
 */
@NullMarked
package plastron.export.artifact;

import org.jspecify.annotations.NullMarked;
