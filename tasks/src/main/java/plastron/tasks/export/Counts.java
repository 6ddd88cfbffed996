package plastron.tasks.export;

import plastron.tasks.cli.BadInputException;

/** Checks numbers given on the command line. */
public final class Counts {

  /** The most trials that one command runs. */
  public static final int MOST = 1_000_000;

  private Counts() {}

  /** Throws {@link BadInputException} unless the number is from 1 to {@value #MOST}. */
  public static void requirePositive(String option, int value) {
    if (value < 1 || value > MOST) {
      throw new BadInputException(
          "Option %s (%d) must be from 1 to %d.".formatted(option, value, MOST));
    }
  }
}
