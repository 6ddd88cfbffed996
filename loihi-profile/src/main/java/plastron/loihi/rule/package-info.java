/**
 * The microcode rule of the learning engine: a series of gated products, its text in Lava's syntax
 * and the strict parser of that text. The way in is {@link plastron.loihi.rule.MicrocodeRule}.
 */
@NullMarked
package plastron.loihi.rule;

import org.jspecify.annotations.NullMarked;
