/**
 * A chip for tests: 8-bit parameters, everything else exact. The way in is {@link
 * plastron.export.toy.ToyProfile}.
 */
@NullMarked
package plastron.export.toy;

import org.jspecify.annotations.NullMarked;
