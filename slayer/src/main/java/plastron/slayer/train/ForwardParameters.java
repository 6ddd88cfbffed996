package plastron.slayer.train;

import java.util.List;
import java.util.function.Supplier;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.StateGrid;

/** The parameters that episodes run with: the optimiser's, rounded. Owned by one thread. */
final class ForwardParameters {

  private final Quantiser quantiser;
  private final PlasticGraph graph;
  private final ParameterLayout layout;
  private ParameterGrids grids = ParameterGrids.NONE;

  /** Without entries until something is rounded. */
  private FlatVector held = new FlatVector(0);

  ForwardParameters(Quantiser quantiser, PlasticGraph graph, ParameterLayout layout) {
    this.quantiser = quantiser;
    this.graph = graph;
    this.layout = layout;
  }

  /**
   * Goes on with the grids of a training that was stopped.
   *
   * @throws IllegalArgumentException if they are not those of such a model
   */
  void restore(List<Grid> slots, List<StateGrid> states) {
    round(new ParameterGrids(slots, states, List.of()));
  }

  private void round(ParameterGrids newGrids) {
    newGrids.requireFit(graph, layout);
    grids = newGrids;
  }

  /**
   * The parameters for an iteration; overwritten by the next call.
   *
   * @param parameters not modified
   * @param model with these, asked where new grids are due
   */
  FlatVector of(FlatVector parameters, long iteration, Supplier<PlasticModel> model) {
    if (quantiser.isDue(iteration)) {
      round(quantiser.grids(model.get()));
    }
    if (grids.holdsParameters()) {
      return parameters;
    }
    if (held.size() == 0) {
      held = new FlatVector(layout.size());
    }
    grids.hold(layout, parameters, held);
    return held;
  }

  /** What the last ones were rounded to. */
  ParameterGrids grids() {
    return grids;
  }
}
