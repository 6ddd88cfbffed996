/**
 * Random numbers of the learning engine, drawn or recorded. The way in is {@link
 * plastron.loihi.random.RandomSource}.
 */
@NullMarked
package plastron.loihi.random;

import org.jspecify.annotations.NullMarked;
