package plastron.tasks.cue;

/**
 * Everything that decides the distribution of trials.
 *
 * @param timing lengths
 * @param noise spike probabilities
 * @param majority probability that a cue is on the trial's favoured side, in [0.5, 1]
 * @param groupSize neurons in each of the four input groups, at least 1
 */
public record CueSettings(CueTiming timing, CueNoise noise, double majority, int groupSize) {

  public CueSettings {
    if (!(majority >= 0.5 && majority <= 1)) {
      throw new IllegalArgumentException(
          "Majority probability (%s) must lie in [0.5, 1].".formatted(majority));
    }
    if (groupSize < 1) {
      throw new IllegalArgumentException(
          "Input group (size %d) needs at least one neuron.".formatted(groupSize));
    }
  }

  /** The full-length task with 40 inputs and cue sides drawn 0.7 to 0.3. */
  public static CueSettings full(CueNoise noise) {
    return new CueSettings(CueTiming.full(), noise, 0.7, 10);
  }

  /** The same, about half as long. */
  public static CueSettings reduced(CueNoise noise) {
    return new CueSettings(CueTiming.reduced(), noise, 0.7, 10);
  }

  /** Number of input neurons: right cues, left cues, decision, noise, in this order. */
  public int inputs() {
    return 4 * groupSize;
  }

  /** Number of output neurons: right and left. */
  public int outputs() {
    return 2;
  }
}
