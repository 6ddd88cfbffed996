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

  /** The same with a unit at the end of the name, if it has one. */
  static Column real(String name, String unit) {
    return real(unit.isEmpty() ? name : name + "_" + unit);
  }
}
