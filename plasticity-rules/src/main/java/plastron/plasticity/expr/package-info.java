/**
 * The rule language: symbols with axes, and seven kinds of expression. The way in is {@link
 * plastron.plasticity.expr.Expr}.
 */
@NullMarked
package plastron.plasticity.expr;

import org.jspecify.annotations.NullMarked;
