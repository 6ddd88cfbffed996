/**
 * The stages of a compilation, one type each, from a valid model to a placed one. The way in is
 * {@link plastron.export.stage.ValidModel}.
 */
@NullMarked
package plastron.export.stage;

import org.jspecify.annotations.NullMarked;
