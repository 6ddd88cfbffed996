/**
 * What a chip family tells the compiler and the trainer. The way in is {@link
 * plastron.export.profile.ChipProfile}.
 */
@NullMarked
package plastron.export.profile;

import org.jspecify.annotations.NullMarked;
