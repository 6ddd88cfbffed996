/**
 * Models in files, in Plastron's own format. The way in is {@link plastron.export.model.ModelFile};
 * whoever takes files of others as well asks {@link plastron.export.format.ModelImporters}.
 */
@NullMarked
package plastron.export.model;

import org.jspecify.annotations.NullMarked;
