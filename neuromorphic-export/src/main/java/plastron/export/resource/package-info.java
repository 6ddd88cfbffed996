/**
 * What a chip has and what a network needs of it. The way in is {@link
 * plastron.export.resource.Limit}.
 */
@NullMarked
package plastron.export.resource;

import org.jspecify.annotations.NullMarked;
