/**
 * Reference files of networks that other tools load, of netx and NIR, and the documents beside them
 * that say what is expected.
 */
@NullMarked
package plastron.loihi.conformance.file;

import org.jspecify.annotations.NullMarked;
