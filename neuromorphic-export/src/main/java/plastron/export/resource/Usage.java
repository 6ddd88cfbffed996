package plastron.export.resource;

/**
 * How much of a limit is used: the report and the check are the same data.
 *
 * @param limit what there is
 * @param used the most that any one core (or chip) needs, in the limit's unit
 * @param total what all cores (or chips) need together
 */
public record Usage(Limit limit, long used, long total) {

  /** Used share of the limit, 1 for all of it. */
  public double share() {
    return limit.value() == 0
        ? (used == 0 ? 0 : Double.POSITIVE_INFINITY)
        : (double) used / limit.value();
  }
}
