/**
 * What a rule becomes on the chip, before there are numbers: every factor of every term gets a
 * place. The way in is {@link plastron.loihi.legal.Legalizer}.
 */
@NullMarked
package plastron.loihi.legal;

import org.jspecify.annotations.NullMarked;
