/**
 * Reference files from independent programs, and how a part of this build compares itself with
 * them. The way in is {@link plastron.export.conformance.ConformanceKind}.
 */
@NullMarked
package plastron.export.conformance;

import org.jspecify.annotations.NullMarked;
