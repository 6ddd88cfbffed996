package plastron.slayer.sweep;

/**
 * How much of an episode a tape keeps for the way back. What it does not keep is recomputed, with
 * the same bits, from states stored at the boundaries of its runs of windows.
 *
 * @param windows greatest number of windows, at least 1; {@link Integer#MAX_VALUE} for as many as
 *     the memory allows
 * @param bytes memory of one tape, at least 1: an episode that fits is kept whole; of a longer one
 *     about the square root of its number of windows is kept, which needs the least memory and one
 *     more forward sweep
 */
public record TapeLimit(int windows, long bytes) {

  /** Everything is kept. */
  public static final TapeLimit NONE = new TapeLimit(Integer.MAX_VALUE, Long.MAX_VALUE);

  public TapeLimit {
    if (windows < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "Tape (%d windows, %d bytes) needs at least 1 of both.".formatted(windows, bytes));
    }
  }

  /**
   * How many windows of an episode are kept.
   *
   * @param total windows of the episode
   * @param windowBytes what a window on the tape takes
   * @param boundaryBytes what a stored state takes
   */
  public int windows(int total, long windowBytes, long boundaryBytes) {
    int most = Math.max(1, Math.min(total, windows));
    if (most <= bytes / windowBytes) {
      return most;
    }
    double least = Math.sqrt((double) total * boundaryBytes / windowBytes);
    return (int) Math.clamp(Math.round(least), 1, most);
  }
}
