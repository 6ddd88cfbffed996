package plastron.slayer.train;

import java.util.List;
import java.util.SplittableRandom;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.StateGrid;

/**
 * What the parameters of rules, their states and rates are rounded to on the way forwards. The
 * optimiser keeps and moves real numbers; their gradient is that by what they were rounded to, and
 * 0 where they lie beyond their grid (Bengio, Leonard and Courville 2013, arXiv 1308.3432,
 * straight-through).
 *
 * @param slots one for each of {@link ParameterLayout#rules()}, none of which rounds at random;
 *     none at all where nothing is rounded
 * @param states what states of rules are rounded to after every update, and traces of rates after
 *     every step
 * @param notes what a person should know of them, one sentence each
 */
public record ParameterGrids(List<Grid> slots, List<StateGrid> states, List<String> notes) {

  /** Nothing is rounded. */
  public static final ParameterGrids NONE = new ParameterGrids(List.of(), List.of(), List.of());

  public ParameterGrids {
    slots = List.copyOf(slots);
    states = List.copyOf(states);
    notes = List.copyOf(notes);
    for (Grid slot : slots) {
      if (slot.rounding() == Grid.Rounding.RANDOM) {
        throw new IllegalArgumentException(
            "Grid of a parameter (%s) must not round at random.".formatted(slot));
      }
    }
  }

  /** Whether every parameter is what it is. */
  public boolean holdsParameters() {
    return slots.stream().allMatch(Grid::isExact);
  }

  /**
   * A model with its parameters rounded; states are rounded while it runs.
   *
   * @throws IllegalArgumentException if these are not its grids
   */
  public PlasticModel round(PlasticModel model) {
    ParameterLayout layout = new ParameterLayout(model);
    requireFit(model.graph(), layout);
    FlatVector held = new FlatVector(layout.size());
    hold(layout, layout.flatten(model), held);
    return layout.unflatten(held, model);
  }

  /**
   * Requires one grid for each parameter of rules, or none at all, and grids of states that are
   * there.
   *
   * @throws IllegalArgumentException if there are others
   */
  void requireFit(PlasticGraph graph, ParameterLayout layout) {
    for (StateGrid state : states) {
      if (state.site() >= graph.sites().size()
          || !state.fits(graph.sites().get(state.site()).rule())) {
        throw new IllegalArgumentException(
            "Grid of state (%s, factor %s, at site %d) must be that of a state of the model, or of a rate."
                .formatted(state.state(), state.factor(), state.site()));
      }
    }
    if (!slots.isEmpty() && slots.size() != layout.rules().size()) {
      throw new IllegalArgumentException(
          "Grids (%d) must be one for each of the model's %d parameters of rules."
              .formatted(slots.size(), layout.rules().size()));
    }
  }

  /**
   * Rounds.
   *
   * @param to overwritten
   */
  void hold(ParameterLayout layout, FlatVector parameters, FlatVector to) {
    // Grids of parameters never ask it.
    SplittableRandom none = new SplittableRandom(0);
    for (int i = 0; i < parameters.size(); i++) {
      to.set(i, parameters.get(i));
    }
    for (int s = 0; s < slots.size(); s++) {
      ParameterLayout.RuleSlot slot = layout.rules().get(s);
      for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
        to.set(i, slots.get(s).hold(parameters.get(i), none));
      }
    }
  }

  /**
   * Forgets the gradient of what lies beyond its grid.
   *
   * @param parameters before rounding
   * @param gradient modified
   */
  void pass(ParameterLayout layout, FlatVector parameters, FlatVector gradient) {
    for (int s = 0; s < slots.size(); s++) {
      ParameterLayout.RuleSlot slot = layout.rules().get(s);
      for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
        if (!slots.get(s).passes(parameters.get(i))) {
          gradient.set(i, 0);
        }
      }
    }
  }
}
