package plastron.export.profile;

/**
 * Where programs may run.
 *
 * @param coresPerChip cores of one chip that programs may use, at least 1
 * @param chips chips that may be used, at least 1
 */
public record CoreGrid(int coresPerChip, int chips) {

  public CoreGrid {
    if (coresPerChip < 1 || chips < 1) {
      throw new IllegalArgumentException(
          "Core grid (%d cores on each of %d chips) needs at least one of each."
              .formatted(coresPerChip, chips));
    }
  }

  /** All cores. */
  public long total() {
    return (long) coresPerChip * chips;
  }
}
