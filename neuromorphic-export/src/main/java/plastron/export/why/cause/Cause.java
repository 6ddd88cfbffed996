package plastron.export.why.cause;

/**
 * Something that may make a chip differ from its model.
 *
 * @param operation what is made integer
 * @param subject whose, as in {@code layer hidden}
 * @param index of the layer or population in the image, -1 for the whole network
 */
public record Cause(ChipOperation operation, String subject, int index) {

  /** Whether {@link #index} is that of a population. */
  public boolean onNeurons() {
    return operation == ChipOperation.MEMBRANE || operation == ChipOperation.POTENTIAL;
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(operation.title(), subject);
  }
}
