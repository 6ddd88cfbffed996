package plastron.tasks.contract;

import java.util.List;
import java.util.function.IntFunction;
import plastron.core.run.ParallelEpisodes;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractCase;
import plastron.export.contract.ContractEdges;
import plastron.export.contract.ContractGrid;
import plastron.export.contract.ContractResult;
import plastron.export.contract.ContractSummary;
import plastron.export.contract.RandomModels;
import plastron.export.contract.RandomNetworks;
import plastron.export.profile.ChipProfile;

/**
 * Tries many models on a chip, on several threads.
 *
 * @param threads at least 1
 * @param progress is told of every model
 */
record ContractRuns(int threads, ContractProgress progress) {

  /** The whole grid. */
  ContractSummary grid(ChipProfile<?, ?> chip) {
    return all(chip, ContractGrid.cases(chip.form()));
  }

  /** All edges. */
  ContractSummary edges(ChipProfile<?, ?> chip) {
    return all(chip, ContractEdges.cases(chip.form()));
  }

  private ContractSummary all(ChipProfile<?, ?> chip, List<ContractCase> cases) {
    return tried(chip, cases.size(), cases::get);
  }

  /**
   * Drawn models.
   *
   * @param from seed of the first
   * @param count number of models, at least 1
   */
  ContractSummary random(ChipProfile<?, ?> chip, long from, int count) {
    return tried(chip, count, c -> RandomModels.draw(from + c, chip.form()));
  }

  /** Drawn networks of several projections; parameters as of {@link #random}. */
  ContractSummary networks(ChipProfile<?, ?> chip, long from, int count) {
    return tried(chip, count, c -> RandomNetworks.draw(from + c, chip.form()));
  }

  private ContractSummary tried(
      ChipProfile<?, ?> chip, int count, IntFunction<ContractCase> cases) {
    ChipContract contract = ChipContract.of(chip);
    ContractProgress.Count shown = progress.of(chip.name(), count);
    List<ContractResult> results =
        ParallelEpisodes.run(
            count,
            threads,
            () ->
                c -> {
                  ContractResult result = contract.check(cases.apply(c));
                  shown.one();
                  return result;
                });
    shown.end();
    return new ContractSummary(chip.name(), chip.roundsAtRandom(), results);
  }
}
