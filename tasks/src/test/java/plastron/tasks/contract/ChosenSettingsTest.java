package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractCase;
import plastron.export.contract.ContractGrid;
import plastron.export.contract.ContractResult;
import plastron.export.contract.RandomModels;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;

/**
 * Whatever a user chooses beside a chip, it keeps its contract: a sample of the grid and of drawn
 * models.
 */
class ChosenSettingsTest {

  private static final int EVERY = 72;
  private static final int DRAWN = 8;
  private static final String COARSEST = "2";

  @TestFactory
  Stream<DynamicTest> everyChoiceKeepsTheContract() {
    return ChipProfiles.all().stream()
        .flatMap(
            chip ->
                chip.settings().entrySet().stream()
                    .flatMap(
                        setting ->
                            some(setting.getValue()).stream()
                                .map(value -> kept(chip, setting.getKey(), value))));
  }

  /** Values beside the usual one, which is the first: the next, the last and one in between. */
  private static List<String> some(List<String> values) {
    return Stream.of(1, (values.size() + 1) / 2, values.size() - 1)
        .filter(v -> v < values.size())
        .distinct()
        .map(values::get)
        .toList();
  }

  private static DynamicTest kept(ChipProfile<?, ?> chip, String setting, String value) {
    ExportOptions options = new ExportOptions(1, Map.of(setting, value));
    return DynamicTest.dynamicTest(
        "%s, %s %s".formatted(chip.name(), setting, value),
        () -> {
          ChipContract contract = ChipContract.of(chip, options);
          long accepted = 0;
          for (ContractCase tried : (Iterable<ContractCase>) sample(chip)::iterator) {
            ContractResult result = contract.check(tried);
            assertThat(result.violations()).as(tried.name()).isEmpty();
            accepted += result.refusals().isEmpty() ? 1 : 0;
          }
          // Weights of two bits are more often too coarse than not.
          assertThat(accepted).isGreaterThan(COARSEST.equals(value) ? -1 : DRAWN / 4);
        });
  }

  private static Stream<ContractCase> sample(ChipProfile<?, ?> chip) {
    var grid = ContractGrid.cases(chip.form());
    return Stream.concat(
        IntStream.range(0, grid.size()).filter(c -> c % EVERY == 0).mapToObj(grid::get),
        IntStream.range(0, DRAWN).mapToObj(c -> RandomModels.draw(c + 1, chip.form())));
  }
}
