package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.contract.RuleProtocol;
import plastron.plasticity.catalogue.Catalogue;

/** The protocol is that of the reported figures, as far as models without a chip can tell. */
class RuleProtocolTest {

  /** Reported to one digit: what traces alone change, in per cent of full scale. */
  @ParameterizedTest
  @CsvSource({"dp-linear, 0.4", "dp-bcm, 0.5", "ndp-bcm, 0.6"})
  void tracesAloneChangeAsMuchAsReported(String rule, double percent) {
    double alone =
        RuleProtocol.rates(Catalogue.find(rule).orElseThrow(), 20, new Loihi2().form())
            .relativeRms();
    assertThat(100 * alone).isCloseTo(percent, Percentage.withPercentage(40));
  }
}
