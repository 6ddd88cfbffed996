package plastron.tasks.cue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.OpenSource;

/**
 * The noisy cue-association task. Inputs are four groups: right cues, left cues, decision, noise
 * (neurons 0-9, 10-19, 20-29, 30-39 by default). A trial shows cues, waits, and asks in the
 * decision period, which is also the readout; label 0 is right, 1 is left, the side that had more
 * cues.
 */
public final class CueAssociation implements OpenSource<Decision> {

  private final CueSettings settings;

  /** The task with these settings. */
  public CueAssociation(CueSettings settings) {
    this.settings = settings;
  }

  /** The settings. */
  public CueSettings settings() {
    return settings;
  }

  /** A random trial: the favoured side is fair, each cue is on it with the majority probability. */
  @Override
  public Decision episode(RandomGenerator random) {
    return episode(sides(random), random);
  }

  /**
   * A trial with given cues.
   *
   * @param sides one for every cue, not modified
   * @return label -1 if there are as many cues on the right as on the left
   */
  public Decision episode(List<Side> sides, RandomGenerator random) {
    CueTiming timing = settings.timing();
    if (sides.size() != timing.cues()) {
      throw new IllegalArgumentException(
          "Trial (%d cues) must have %d cues.".formatted(sides.size(), timing.cues()));
    }
    int delay =
        timing.delay()
            - timing.delaySpread()
            + (timing.delaySpread() == 0 ? 0 : random.nextInt(2 * timing.delaySpread() + 1));
    int decisionStart = timing.cueSteps() + delay;
    int end = decisionStart + timing.decision();
    SpikeRaster input = new SpikeRaster(end, settings.inputs());
    for (int t = 0; t < end; t++) {
      Side cue = t < timing.cueSteps() ? cueAt(sides, t) : Side.NONE;
      draw(input, t, 0, signal(cue == Side.RIGHT), random);
      draw(input, t, 1, signal(cue == Side.LEFT), random);
      draw(input, t, 2, signal(t >= decisionStart), random);
      draw(input, t, 3, settings.noise().noise(), random);
    }
    return new Decision(input, new ReadoutSteps(decisionStart, end), label(sides));
  }

  private List<Side> sides(RandomGenerator random) {
    boolean favoursLeft = random.nextBoolean();
    List<Side> sides = new ArrayList<>();
    for (int c = 0; c < settings.timing().cues(); c++) {
      boolean favoured = random.nextDouble() < settings.majority();
      sides.add(favoured == favoursLeft ? Side.LEFT : Side.RIGHT);
    }
    return sides;
  }

  private static int label(List<Side> sides) {
    int right = Collections.frequency(sides, Side.RIGHT);
    int left = Collections.frequency(sides, Side.LEFT);
    return (right > left ? Side.RIGHT : left > right ? Side.LEFT : Side.NONE).label();
  }

  private Side cueAt(List<Side> sides, int t) {
    int period = settings.timing().on() + settings.timing().off();
    return t % period < settings.timing().on() ? sides.get(t / period) : Side.NONE;
  }

  private double signal(boolean on) {
    return on ? settings.noise().cue() : settings.noise().background();
  }

  private void draw(
      SpikeRaster input, int t, int group, double probability, RandomGenerator random) {
    int first = group * settings.groupSize();
    for (int j = first; j < first + settings.groupSize(); j++) {
      if (random.nextDouble() < probability) {
        input.set(t, j);
      }
    }
  }
}
