/**
 * What the compiler has to say: refusals, lossy choices, warnings. The way in is {@link
 * plastron.export.diagnostic.Diagnostics}.
 */
@NullMarked
package plastron.export.diagnostic;

import org.jspecify.annotations.NullMarked;
