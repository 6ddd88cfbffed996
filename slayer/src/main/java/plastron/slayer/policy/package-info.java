/**
 * Acting in an environment: the loop of network and environment, what is left of it, and the policy
 * gradient that trains the network by the rewards. The way in is {@link
 * plastron.slayer.policy.EnvironmentEpisodes}.
 */
@NullMarked
package plastron.slayer.policy;

import org.jspecify.annotations.NullMarked;
