package plastron.tasks.cue;

/**
 * Spike probabilities per neuron and step.
 *
 * @param cue of a cue or decision neuron while its signal is on
 * @param background of a cue or decision neuron otherwise
 * @param noise of a noise neuron, always
 */
public record CueNoise(double cue, double background, double noise) {

  public CueNoise {
    requireProbability("cue", cue);
    requireProbability("background", background);
    requireProbability("noise", noise);
  }

  /** 0.4 in cues, 0.01 outside, 0.1 for the noise group. */
  public static CueNoise low() {
    return new CueNoise(0.4, 0.01, 0.1);
  }

  /** 0.3 in cues, 0.1 outside, 0.2 for the noise group. */
  public static CueNoise high() {
    return new CueNoise(0.3, 0.1, 0.2);
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "Spike probability %s (%s) must lie in [0, 1].".formatted(name, value));
    }
  }
}
