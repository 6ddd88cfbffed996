package plastron.tasks.cli.doctor;

/**
 * One row of the doctor's table.
 *
 * @param what the thing looked for
 * @param state whether it is there
 * @param found its version or place, or what is wrong
 * @param neededFor what does not work without it
 */
record Finding(String what, State state, String found, String neededFor) {

  /** Whether a thing is there. */
  enum State {
    /** There. */
    OK,
    /** Not there; a part of the program that asks for it says so and is skipped. */
    ABSENT,
    /** Not there, and nothing works without it. */
    MISSING
  }

  static Finding present(String what, String found, String neededFor) {
    return new Finding(what, State.OK, found, neededFor);
  }

  static Finding absent(String what, String found, String neededFor) {
    return new Finding(what, State.ABSENT, found, neededFor);
  }

  /**
   * A thing that the core needs.
   *
   * @param found empty if it is not there
   */
  static Finding required(String what, String found, String neededFor) {
    return found.isEmpty()
        ? new Finding(what, State.MISSING, "nothing that can be used", neededFor)
        : new Finding(what, State.OK, found, neededFor);
  }
}
