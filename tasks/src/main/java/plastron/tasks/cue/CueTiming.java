package plastron.tasks.cue;

/**
 * How long the parts of a trial are, in steps.
 *
 * @param cues number of cues, odd so that there is no tie
 * @param on steps that a cue lasts, at least 1
 * @param off steps after a cue before the next, at least 0
 * @param delay mean length of the delay after the last cue, at least 0
 * @param delaySpread the delay is uniform over {@code delay - spread} to {@code delay + spread};
 *     from 0 to {@code delay}
 * @param decision length of the decision period, at least 1
 */
public record CueTiming(int cues, int on, int off, int delay, int delaySpread, int decision) {

  public CueTiming {
    if (cues < 1 || cues % 2 == 0) {
      throw new IllegalArgumentException(
          "Number of cues (%d) must be odd and at least 1.".formatted(cues));
    }
    if (on < 1 || off < 0 || delay < 0 || decision < 1) {
      throw new IllegalArgumentException(
          "Cue timing (on %d, off %d, delay %d, decision %d) needs on and decision of at least 1"
                  .formatted(on, off, delay, decision)
              + " and the rest at least 0.");
    }
    if (delaySpread < 0 || delaySpread > delay) {
      throw new IllegalArgumentException(
          "Delay spread (%d) must be from 0 to the delay (%d).".formatted(delaySpread, delay));
    }
  }

  /** 440 steps: 7 cues of 24 on and 8 off, delay 160, decision 56. */
  public static CueTiming full() {
    return new CueTiming(7, 24, 8, 160, 0, 56);
  }

  /** 220 steps: 5 cues of 22 on and 8 off, delay 40, decision 30. For trials of an idea. */
  public static CueTiming reduced() {
    return new CueTiming(5, 22, 8, 40, 0, 30);
  }

  /** The same with a delay that varies by up to a fifth: 128 to 192 steps around 160. */
  public CueTiming withVariableDelay() {
    return new CueTiming(cues, on, off, delay, delay / 5, decision);
  }

  /** The step after all cues. */
  public int cueSteps() {
    return cues * (on + off);
  }

  /** Length of the longest trial. */
  public int longestSteps() {
    return meanSteps() + delaySpread;
  }

  /** Length of a trial with the mean delay. */
  public int meanSteps() {
    return cueSteps() + delay + decision;
  }
}
