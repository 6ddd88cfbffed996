/**
 * How much memory things take, known before they are made. The way in is {@link
 * plastron.core.memory.ArrayBytes}.
 */
@NullMarked
package plastron.core.memory;

import org.jspecify.annotations.NullMarked;
