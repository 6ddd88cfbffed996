/**
 * Checks of this module against reference files of public Loihi simulators, one kind of file each,
 * all exact. The way in is {@link java.util.ServiceLoader} for {@link
 * plastron.export.conformance.ConformanceKind}.
 */
@NullMarked
package plastron.loihi.conformance;

import org.jspecify.annotations.NullMarked;
