package plastron.tasks.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.tasks.cli.CommandRun;

class DoctorCommandTest {

  @Test
  void showsEveryThingWithItsPurpose() {
    CommandRun run = CommandRun.of("doctor");
    assertThat(run.out())
        .contains("JDK", "processors", "largest heap", "Maven", "PyTorch", "reference kinds")
        .contains(
            "loihi1, loihi1-assisted, loihi1-assisted-reward, loihi1-reward, loihi2,"
                + " spinnaker1");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void everyCommandThatAThingIsNeededForExists() {
    List<String> commands =
        Installed.all()
            .flatMap(finding -> Arrays.stream(finding.neededFor().split(", ", -1)))
            .filter(purpose -> purpose.matches("[a-z]+|bench .*"))
            .filter(purpose -> !purpose.equals("everything"))
            .toList();
    assertThat(commands).contains("export", "conformance", "bench training --vs torch");
    for (String command : commands) {
      String[] words = command.replace(" --vs torch", "").concat(" --help").split(" ", -1);
      assertThat(CommandRun.of(words).out()).startsWith("Usage: plastron ");
      if (command.contains("--vs")) {
        assertThat(CommandRun.of(words).out()).contains("--vs");
      }
    }
  }

  @Test
  void theJdkOfTheTestsIsGoodEnough() {
    assertThat(Installed.all().filter(finding -> finding.what().equals("JDK")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.state()).isEqualTo(Finding.State.OK));
  }

  @Test
  void aProgramThatIsNotThereIsEmpty() {
    assertThat(Programs.find("no-such-program-here")).isEmpty();
    assertThat(Programs.answer("no-such-program-here")).isEmpty();
  }

  @Test
  void aProgramThatAnswersIsHeard() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(Programs.answer(java, "--version"))
        .hasValueSatisfying(text -> assertThat(text).contains("25"));
  }
}
