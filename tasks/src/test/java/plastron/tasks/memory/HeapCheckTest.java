package plastron.tasks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.model.TrainingSetup;

/** The advice of a refusal gets past it. */
class HeapCheckTest {

  private static final long MIB = 1 << 20;
  private static final Pattern SETTING = Pattern.compile("--set (\\S+=[^ ,]*(?:,\\d+)*\\]?)");

  /** A check for a heap of 200 MiB on a machine with 8 GiB; every number takes a byte. */
  private static HeapCheck check(long machine) {
    MemoryNeed need =
        (config, heap) ->
            TrainingSetup.outline(config, heap).model().parameters()
                + (double) TrainingSetup.outline(config, heap).batch()
                    * TrainingSetup.design(config).longestSteps()
                    * 100;
    return new HeapCheck(need, 200 * MIB, machine);
  }

  private static Configuration config(List<String> settings) {
    return Presets.complete(
        List.of(
            ConfigLayer.ofAssignments(
                Stream.concat(Stream.of("rule=dp-oja"), settings.stream()).toList())));
  }

  private static BadInputException refusal(HeapCheck check, String... settings) {
    BadInputException refusal =
        catchThrowableOfType(
            BadInputException.class, () -> check.require(config(List.of(settings))));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.hidden=100000;model.recurrent=static",
        "model.hidden=[100000,5000,100000]",
        "training.batch=100000",
        "task.cues=999;task.cue_on=100000",
        "task.cue_on=100000;training.batch=100000",
        "task.delay=100000",
        "model.hidden=[100000,100000];training.batch=100000;task.decision=100000"
      })
  void whatIsAdvisedFits(String settings) {
    HeapCheck check = check(8L << 30);
    BadInputException refusal = refusal(check, settings.split(";"));
    assertThat(refusal).hasMessageContaining("Java's heap has 0.20 GiB.");
    List<String> followed = new ArrayList<>(List.of(settings.split(";")));
    Matcher advised = SETTING.matcher(String.valueOf(refusal.maybe()));
    while (advised.find()) {
      String key = advised.group(1).replaceAll("=.*", "=");
      followed.removeIf(s -> s.startsWith(key));
      followed.add(advised.group(1));
    }
    assertThat(followed).isNotEqualTo(List.of(settings.split(";")));
    assertThatCode(() -> check.require(config(followed))).doesNotThrowAnyException();
  }

  @Test
  void theSettingIsNamedWithItsValueAndWhatItTakes() {
    BadInputException refusal = refusal(check(8L << 30), "training.batch=100000");
    assertThat(refusal)
        .hasMessage(
            "Setting training.batch (100000): about 4.11 GiB of memory would be needed, Java's heap"
                + " has 0.20 GiB.");
    assertThat(refusal.maybe())
        .isEqualTo(
            "Maybe --set training.batch=4300, or a larger heap: export PLASTRON_JAVA_OPTS=-Xmx5g");
    assertThat(refusal(check(2L << 30), "training.batch=100000").maybe())
        .as("a machine with less")
        .isEqualTo("Maybe --set training.batch=4300");
  }

  @Test
  void aThousandLayersAreNotListed() {
    String layers = Stream.generate(() -> "1000").limit(1000).collect(Collectors.joining(","));
    BadInputException refusal = refusal(check(1), "model.hidden=[%s]".formatted(layers));
    assertThat(refusal).hasMessageStartingWith("Setting model.hidden (1000 layers): ");
    Matcher first =
        Pattern.compile("Maybe only the first (\\d+) layers of model.hidden")
            .matcher(String.valueOf(refusal.maybe()));
    assertThat(first.matches()).isTrue();
    int count = Integer.parseInt(first.group(1));
    String fewer = Stream.generate(() -> "1000").limit(count).collect(Collectors.joining(","));
    assertThatCode(() -> check(1).require(config(List.of("model.hidden=[%s]".formatted(fewer)))))
        .doesNotThrowAnyException();
  }

  @Test
  void ofARunNothingCanBeChangedButTheHeap() {
    Configuration config = config(List.of("training.batch=100000"));
    assertThat(
            catchThrowableOfType(
                    BadInputException.class,
                    () -> check(8L << 30).require(Path.of("my-run"), config))
                .maybe())
        .isEqualTo("Maybe a larger heap: export PLASTRON_JAVA_OPTS=-Xmx5g");
    assertThat(
            catchThrowableOfType(
                BadInputException.class, () -> check(1L << 30).require(Path.of("my-run"), config)))
        .hasMessageStartingWith("Run (my-run): about 4.11 GiB")
        .extracting(BadInputException::maybe)
        .isEqualTo("Maybe use a machine with more memory than this one's 1.00 GiB");
  }
}
