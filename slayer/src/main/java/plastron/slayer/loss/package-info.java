/**
 * What an episode is worth, and the adjoints that start the backward sweep. The ways in are {@link
 * plastron.slayer.loss.SpikeLoss}, {@link plastron.slayer.loss.PotentialLoss} and, for terms that
 * add up, {@link plastron.slayer.loss.Loss}.
 */
@NullMarked
package plastron.slayer.loss;

import org.jspecify.annotations.NullMarked;
