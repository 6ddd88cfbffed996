/**
 * Networks that can be simulated, whatever they are: circuits and models with fixed weights, which
 * the engines of circuits run, and trained networks in trials of their task, which {@link
 * plastron.plasticity.run.PlasticRunner} runs as it does everywhere else. The way in is {@link
 * plastron.tasks.simulate.network.NetworkArgument}.
 */
@NullMarked
package plastron.tasks.simulate.network;

import org.jspecify.annotations.NullMarked;
