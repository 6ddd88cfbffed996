package plastron.tasks.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plastron.tasks.cli.CommandRun;

class DoctorCommandTest {

  @Test
  void showsEveryThingWithItsPurpose() {
    CommandRun run = CommandRun.of("doctor");
    assertThat(run.out())
        .contains(
            "JDK", "processors", "largest heap", "Maven", "gcc", "Python 3", "PyTorch", "libmujoco")
        .contains("the locomotion tasks");
    assertThat(run.err()).isEmpty();
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
