package plastron.tasks.robustness;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What became of one mutated file. */
enum Verdict {
  /** It has a meaning. */
  READ,
  /** It was refused in one line. */
  REFUSED;

  /** Two paths and some words. */
  private static final int LONGEST_LINE = 2000;

  private static final Pattern CONTROL = Pattern.compile("\\R|\\p{Cc}");

  /**
   * Reads.
   *
   * @throws WrongAnswer if the reader neither reads nor refuses in one line
   */
  static Verdict of(ReaderUnderTest reader, byte[] content) throws WrongAnswer {
    try {
      reader.reading().read(content);
      return READ;
    } catch (Throwable e) {
      if (!reader.refusal().isInstance(e)) {
        throw new WrongAnswer(e.toString(), e);
      }
      Optional<String> problem = problem(e.getMessage());
      if (problem.isPresent()) {
        throw new WrongAnswer(problem.get(), e);
      }
      return REFUSED;
    }
  }

  /** What is wrong with a message that should be one line. */
  static Optional<String> problem(@Nullable String message) {
    if (message == null || message.isBlank()) {
      return Optional.of("refused without a word");
    }
    if (CONTROL.matcher(message).find()) {
      return Optional.of("refused in more than one plain line");
    }
    return message.length() > LONGEST_LINE
        ? Optional.of("refused in a line of %d characters".formatted(message.length()))
        : Optional.empty();
  }

  /** A reader that did something else. */
  static final class WrongAnswer extends Exception {

    private static final long serialVersionUID = 1;

    WrongAnswer(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
