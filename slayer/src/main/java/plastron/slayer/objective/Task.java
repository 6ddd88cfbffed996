package plastron.slayer.objective;

import java.util.List;
import plastron.slayer.loss.OperationBudget;

/**
 * What is to be learned.
 *
 * @param episodes where trials come from
 * @param objective what to strive for in them
 * @param <T> type of the trials
 */
public record Task<T extends Episode>(EpisodeSource<T> episodes, Objective<T> objective) {

  /** A task whose trials do not depend on the network. */
  public Task(OpenSource<T> episodes, Objective<T> objective) {
    this((EpisodeSource<T>) episodes, objective);
  }

  public Task {
    List<String> names = objective.measures().stream().map(Measure::name).toList();
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "Objective (measures %s) needs at least one, each with a name of its own."
              .formatted(names));
    }
  }

  /** The same with a penalty on synaptic operations beyond a budget. */
  public Task<T> within(OperationBudget budget) {
    return new Task<>(episodes, new WithinBudget<>(objective, budget));
  }
}
