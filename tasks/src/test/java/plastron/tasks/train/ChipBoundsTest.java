package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.tasks.cli.CommandRun;

/**
 * A rate of learning at either end of what training for a chip allows is one that the chip runs;
 * with small alphas, which leave the fixed weights beside them their bits.
 */
class ChipBoundsTest {

  @TempDir private Path folder;

  static Stream<Arguments> rulesThatRun() {
    List<Arguments> all = new ArrayList<>();
    for (ChipProfile<?, ?> chip : ChipProfiles.all()) {
      for (String rule : Catalogue.names()) {
        RuleFamily family = Catalogue.find(rule).orElseThrow();
        if (chip.explain(family.build(RuleOptions.paper())).runs() && !rule.equals("static")) {
          all.add(Arguments.of(chip.name(), rule));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("rulesThatRun")
  void bothEndsAreAccepted(String chip, String rule) {
    Bounds bounds = ChipProfiles.named(chip).form().learningRates();
    for (double rate : new double[] {bounds.low(), bounds.high()}) {
      Path run = folder.resolve("run-" + rate);
      List<String> more = new ArrayList<>(List.of("--hardware", chip));
      for (String name :
          List.of(
              "rule=" + rule, "alpha_sd=0.25", "eta=" + rate, "eta_phi=" + rate, "eta_e=" + rate)) {
        more.addAll(List.of("--set", name));
      }
      CommandRun trained = CommandRun.of(SmallRun.start(run, 0, more.toArray(String[]::new)));
      assertThat(trained.err()).isEmpty();
      CommandRun exported =
          CommandRun.of(
              "export",
              run.toString(),
              "--target",
              chip,
              "--out",
              folder.resolve("export-" + rate).toString());
      assertThat(exported.err()).as("rate %s", rate).isEmpty();
      assertThat(exported.exitCode()).isZero();
    }
  }
}
