/**
 * How rows of neurons lie in memory, and what steps of all models do with them, in vectors where
 * the vector API is there. The way in: {@link plastron.core.lanes.Lanes}.
 */
@NullMarked
package plastron.core.lanes;

import org.jspecify.annotations.NullMarked;
