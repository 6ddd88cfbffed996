package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plastron.export.fidelity.Criterion;
import plastron.export.fidelity.FidelityBounds;
import plastron.tasks.cli.BadInputException;

class BoundOptionsTest {

  @Command
  private static final class Options {
    @Mixin private BoundOptions bounds;
  }

  private static FidelityBounds parse(String... words) {
    Options options = new Options();
    new CommandLine(options).parseArgs(words);
    return options.bounds.bounds();
  }

  @Test
  void theDefaultsAreTheStandards() {
    assertThat(parse()).isEqualTo(FidelityBounds.DEFAULT);
  }

  @Test
  void eachOptionSetsItsBound() {
    assertThat(parse("--max-loss", "7").of(Criterion.ACCURACY_LOSS)).isEqualTo(7);
    assertThat(parse("--max-spike-ratio", "7").of(Criterion.SPIKE_RATIO)).isEqualTo(7);
    assertThat(parse("--min-coincidence", "0.9").of(Criterion.COINCIDENCE)).isEqualTo(0.9);
    assertThat(parse("--max-rate-error", "7").of(Criterion.RATE_ERROR)).isEqualTo(7);
    assertThat(parse("--max-trace-error", "7").of(Criterion.TRACE_RMS)).isEqualTo(7);
    assertThat(parse("--max-trace-deviation", "7").of(Criterion.TRACE_ERROR)).isEqualTo(7);
    assertThat(parse("--min-trace-correlation", "-1").of(Criterion.TRACE_CORRELATION))
        .isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "--max-loss, 101",
    "--max-spike-ratio, 0.9",
    "--min-coincidence, NaN",
    "--max-rate-error, -1"
  })
  void nonsenseIsRefused(String option, String value) {
    assertThatThrownBy(() -> parse(option, value))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Option " + option);
  }
}
