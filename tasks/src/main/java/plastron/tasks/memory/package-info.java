/**
 * Whether Java's heap is large enough for what is about to be done, known before anything large is
 * taken. The way in is {@link plastron.tasks.memory.HeapCheck}.
 */
@NullMarked
package plastron.tasks.memory;

import org.jspecify.annotations.NullMarked;
