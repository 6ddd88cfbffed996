/**
 * Rules and the catalogue in print, as declared: plain text, Markdown and LaTeX. The way in is
 * {@link plastron.plasticity.print.RuleFormat}, for the whole catalogue {@link
 * plastron.plasticity.print.CataloguePrinter}.
 */
@NullMarked
package plastron.plasticity.print;

import org.jspecify.annotations.NullMarked;
