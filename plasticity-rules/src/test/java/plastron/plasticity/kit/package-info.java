/**
 * What tests of rules and blocks are written with, published with the classifier {@code tests}:
 * drawn rules that shrink, the laws of the rule language, a second, independent reading of what a
 * rule means, and the code that a counterexample is pasted as. The way in is {@link
 * plastron.plasticity.kit.DrawnRules}.
 */
@NullMarked
package plastron.plasticity.kit;

import org.jspecify.annotations.NullMarked;
