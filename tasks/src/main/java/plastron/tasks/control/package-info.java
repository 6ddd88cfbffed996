/**
 * Environments that networks may act in. The way in is {@link plastron.tasks.control.CartPole};
 * what they are is {@link plastron.core.environment.Environment}.
 */
@NullMarked
package plastron.tasks.control;

import org.jspecify.annotations.NullMarked;
