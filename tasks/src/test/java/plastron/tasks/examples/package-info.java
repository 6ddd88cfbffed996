/** The programs of the folder {@code examples}, and that README.md shows what they print. */
@NullMarked
package plastron.tasks.examples;

import org.jspecify.annotations.NullMarked;
