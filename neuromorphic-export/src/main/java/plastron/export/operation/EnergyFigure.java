package plastron.export.operation;

/**
 * A published energy of one operation.
 *
 * @param operation what it is of
 * @param lowJoules the lowest figure
 * @param highJoules the highest figure, at least the lowest; the same where there is only one
 * @param source where the figures were read, and what they are
 */
public record EnergyFigure(
    PricedOperation operation, double lowJoules, double highJoules, String source) {

  public EnergyFigure {
    if (!(0 < lowJoules && lowJoules <= highJoules)) {
      throw new IllegalArgumentException(
          "Energy of a %s (%s to %s J) must be a range above 0."
              .formatted(operation.title(), lowJoules, highJoules));
    }
  }
}
