package plastron.tasks.contract;

import java.util.List;
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
import plastron.export.profile.HardwareForm;

/** Tries many models on a chip, on several threads. */
final class ContractRuns {

  private ContractRuns() {}

  /** The whole grid. */
  static ContractSummary grid(ChipProfile<?, ?> chip, int threads) {
    return all(chip, ContractGrid.cases(chip.form()), threads);
  }

  /** All edges. */
  static ContractSummary edges(ChipProfile<?, ?> chip, int threads) {
    return all(chip, ContractEdges.cases(chip.form()), threads);
  }

  private static ContractSummary all(
      ChipProfile<?, ?> chip, List<ContractCase> cases, int threads) {
    ChipContract contract = ChipContract.of(chip);
    List<ContractResult> results =
        ParallelEpisodes.run(cases.size(), threads, () -> c -> contract.check(cases.get(c)));
    return new ContractSummary(chip.name(), chip.roundsAtRandom(), results);
  }

  /**
   * Drawn models.
   *
   * @param from seed of the first
   * @param count number of models, at least 1
   */
  static ContractSummary random(ChipProfile<?, ?> chip, long from, int count, int threads) {
    return drawn(chip, from, count, threads, RandomModels::draw);
  }

  /** Drawn networks of several projections; parameters as of {@link #random}. */
  static ContractSummary networks(ChipProfile<?, ?> chip, long from, int count, int threads) {
    return drawn(chip, from, count, threads, RandomNetworks::draw);
  }

  private interface Drawing {
    ContractCase of(long seed, HardwareForm form);
  }

  private static ContractSummary drawn(
      ChipProfile<?, ?> chip, long from, int count, int threads, Drawing drawing) {
    ChipContract contract = ChipContract.of(chip);
    List<ContractResult> results =
        ParallelEpisodes.run(
            count, threads, () -> c -> contract.check(drawing.of(from + c, chip.form())));
    return new ContractSummary(chip.name(), chip.roundsAtRandom(), results);
  }
}
