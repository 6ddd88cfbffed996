/**
 * What may make a chip differ from its model, and the model with that alone. The way in is {@link
 * plastron.export.why.cause.Substitution}.
 */
@NullMarked
package plastron.export.why.cause;

import org.jspecify.annotations.NullMarked;
