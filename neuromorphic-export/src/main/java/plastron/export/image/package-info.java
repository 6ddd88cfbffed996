/**
 * The compiled network, as files carry it and emulators read it. The way in is {@link
 * plastron.export.image.ChipImage}.
 */
@NullMarked
package plastron.export.image;

import org.jspecify.annotations.NullMarked;
