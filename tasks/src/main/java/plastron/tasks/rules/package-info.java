/**
 * {@code plastron rules}: the catalogue in print, and what becomes of a rule on every chip. The way
 * in is {@link plastron.tasks.rules.RulesCommand}.
 */
@NullMarked
package plastron.tasks.rules;

import org.jspecify.annotations.NullMarked;
