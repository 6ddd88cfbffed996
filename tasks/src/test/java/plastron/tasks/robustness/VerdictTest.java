package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.robustness.Verdict.WrongAnswer;

/** What the suite takes for a wrong answer. */
class VerdictTest {

  private static Verdict of(Consumer<byte[]> reading) throws WrongAnswer {
    ReaderUnderTest reader =
        new ReaderUnderTest(
            "reader", IllegalArgumentException.class, random -> new byte[1], reading::accept);
    return Verdict.of(reader, new byte[1]);
  }

  private static Verdict refusing(String message) throws WrongAnswer {
    return of(
        content -> {
          throw new IllegalArgumentException(message);
        });
  }

  @Test
  void whatIsReadOrRefusedInOneLineIsRight() throws WrongAnswer {
    assertThat(of(content -> {})).isEqualTo(Verdict.READ);
    assertThat(refusing("File (x) is empty. Maybe y?")).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void linesThatNobodyReadsAreWrong() {
    for (String line : new String[] {"", "two\nlines", "red\u001b[31m", "a".repeat(10_000)}) {
      assertThatThrownBy(() -> refusing(line)).isInstanceOf(WrongAnswer.class);
    }
  }

  @Test
  void everyOtherExceptionOrErrorIsWrong() {
    for (Throwable other :
        new Throwable[] {
          new BadInputException("x"), new OutOfMemoryError("x"), new AssertionError("x")
        }) {
      assertThatThrownBy(() -> of(content -> sneak(other)))
          .isInstanceOf(WrongAnswer.class)
          .hasCause(other);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable e) throws T {
    throw (T) e;
  }
}
