/**
 * What the chips of the family have: numbers only. The way in is {@link
 * plastron.loihi.chip.LoihiChip}.
 */
@NullMarked
package plastron.loihi.chip;

import org.jspecify.annotations.NullMarked;
