/**
 * The random networks by which simulators are compared. The way in: {@link
 * plastron.tasks.reference.ReferenceNetworks}.
 */
@NullMarked
package plastron.tasks.reference;

import org.jspecify.annotations.NullMarked;
