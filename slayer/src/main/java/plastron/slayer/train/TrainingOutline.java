package plastron.slayer.train;

import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.Precision;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.sweep.SweepOptions;

/**
 * A {@link TrainingPlan} without the numbers of its model: all that decides how much memory the
 * training takes.
 *
 * @param model the network; its parameters may be missing
 * @param task trials, and what to strive for in them
 * @param optimiser kind of optimiser
 * @param batch episodes per iteration, at least 1
 * @param sweep how gradients are formed
 * @param precision number format of the sweeps
 */
public record TrainingOutline(
    PlasticGraph model,
    Task<?> task,
    Optimiser.Kind optimiser,
    int batch,
    SweepOptions sweep,
    Precision precision) {}
