package plastron.slayer.train;

import java.util.List;
import plastron.plasticity.expr.Grid;
import plastron.slayer.sweep.StateGrid;

/**
 * Everything that the rest of a training depends on, besides its plan. Arrays are not copied: treat
 * as read-only.
 *
 * @param iteration how many iterations are done
 * @param parameters laid out by {@link plastron.slayer.sweep.ParameterLayout}
 * @param optimiser the optimiser's numbers
 * @param grids what parameters were last rounded to
 * @param states what states of rules were last rounded to
 */
public record TrainerState(
    long iteration,
    double[] parameters,
    double[][] optimiser,
    List<Grid> grids,
    List<StateGrid> states) {

  public TrainerState {
    grids = List.copyOf(grids);
    states = List.copyOf(states);
  }

  /** The state of a training in real numbers. */
  public TrainerState(long iteration, double[] parameters, double[][] optimiser) {
    this(iteration, parameters, optimiser, List.of(), List.of());
  }
}
