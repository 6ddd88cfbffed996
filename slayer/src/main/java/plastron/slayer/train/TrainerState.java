package plastron.slayer.train;

import java.util.List;
import plastron.plasticity.expr.Grid;

/**
 * Everything that the rest of a training depends on, besides its plan. Arrays are not copied: treat
 * as read-only.
 *
 * @param iteration how many iterations are done
 * @param parameters laid out by {@link plastron.slayer.sweep.ParameterLayout}
 * @param optimiser the optimiser's numbers
 * @param grids what parameters were last rounded to
 */
public record TrainerState(
    long iteration, double[] parameters, double[][] optimiser, List<Grid> grids) {

  public TrainerState {
    grids = List.copyOf(grids);
  }

  /** The state of a training in real numbers. */
  public TrainerState(long iteration, double[] parameters, double[][] optimiser) {
    this(iteration, parameters, optimiser, List.of());
  }
}
