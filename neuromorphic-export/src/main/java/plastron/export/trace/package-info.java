/**
 * How far two courses of plastic weights are apart, whoever made them and whenever they update. The
 * way in is {@link plastron.export.trace.TraceTimeline}.
 */
@NullMarked
package plastron.export.trace;

import org.jspecify.annotations.NullMarked;
