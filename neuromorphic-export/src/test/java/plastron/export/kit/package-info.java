/**
 * What tests of rules and chips are written with, published with the classifier {@code tests}: all
 * that jqwik draws for {@code @Domain(PlastronDomain.class)}, the evaluator of a quantised rule,
 * and the contracts that a rule or a chip of one's own inherits. The way in is {@link
 * plastron.export.kit.RuleContract} and {@link plastron.export.kit.ChipProfileContract}.
 */
@NullMarked
package plastron.export.kit;

import org.jspecify.annotations.NullMarked;
