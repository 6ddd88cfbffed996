/**
 * What all files of Protobuf messages have in common: the {@link plastron.export.message.Envelope}
 * around them, constants by name, entries of maps.
 */
@NullMarked
package plastron.export.message;

import org.jspecify.annotations.NullMarked;
