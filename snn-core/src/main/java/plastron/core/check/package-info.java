/** What every public constructor asks of its arguments, in the same words everywhere. */
@NullMarked
package plastron.core.check;

import org.jspecify.annotations.NullMarked;
