/**
 * Learning rules as users of Lava write them: what they mean, what they cost, which chip runs them,
 * and what they are in the rule language. The way in is {@link
 * plastron.loihi.ruletext.LavaRuleImporter}.
 */
@NullMarked
package plastron.loihi.ruletext;

import org.jspecify.annotations.NullMarked;
