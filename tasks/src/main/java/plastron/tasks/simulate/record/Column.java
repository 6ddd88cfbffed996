package plastron.tasks.simulate.record;

/**
 * A column of a file.
 *
 * @param isWhole whether its numbers are whole and have 32 bits
 */
record Column(String name, boolean isWhole) {

  static Column whole(String name) {
    return new Column(name, true);
  }

  static Column real(String name) {
    return new Column(name, false);
  }
}
