/**
 * How this profile checks itself against the SpiNNaker reference files. Each kind is found by
 * {@link java.util.ServiceLoader} as a {@link plastron.export.conformance.ConformanceKind}.
 */
@NullMarked
package plastron.spinnaker.conformance;

import org.jspecify.annotations.NullMarked;
