package plastron.tasks.contract;

import java.util.List;
import plastron.core.run.ParallelEpisodes;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractCase;
import plastron.export.contract.ContractGrid;
import plastron.export.contract.ContractResult;
import plastron.export.contract.ContractSummary;
import plastron.export.contract.RandomModels;
import plastron.export.profile.ChipProfile;

/** Tries many models on a chip, on several threads. */
final class ContractRuns {

  private ContractRuns() {}

  /** The whole grid. */
  static ContractSummary grid(ChipProfile<?, ?> chip, int threads) {
    List<ContractCase> cases = ContractGrid.cases(chip.form());
    ChipContract contract = ChipContract.of(chip);
    List<ContractResult> results =
        ParallelEpisodes.run(cases.size(), threads, () -> c -> contract.check(cases.get(c)));
    return new ContractSummary(chip.name(), results);
  }

  /**
   * Drawn models.
   *
   * @param from seed of the first
   * @param count number of models, at least 1
   */
  static ContractSummary random(ChipProfile<?, ?> chip, long from, int count, int threads) {
    ChipContract contract = ChipContract.of(chip);
    List<ContractResult> results =
        ParallelEpisodes.run(
            count, threads, () -> c -> contract.check(RandomModels.draw(from + c, chip.form())));
    return new ContractSummary(chip.name(), results);
  }
}
