/**
 * Machine code for rules: classes written at run time, whose loops over rows work in the vectors of
 * the machine with everything of an entry kept in registers. The way in is {@link
 * plastron.plasticity.code.RowPassCode}.
 */
@NullMarked
package plastron.plasticity.code;

import org.jspecify.annotations.NullMarked;
