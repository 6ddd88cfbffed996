package plastron.slayer.train;

/**
 * Everything that the rest of a training depends on, besides its plan. Arrays are not copied: treat
 * as read-only.
 *
 * @param iteration how many iterations are done
 * @param parameters laid out by {@link plastron.slayer.sweep.ParameterLayout}
 * @param optimiser the optimiser's numbers
 */
public record TrainerState(long iteration, double[] parameters, double[][] optimiser) {}
