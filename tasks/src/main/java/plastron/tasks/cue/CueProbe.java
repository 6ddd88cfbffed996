package plastron.tasks.cue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import plastron.slayer.objective.Decision;

/** Trials with chosen cues, for looking at what a trained network does. */
public enum CueProbe {
  /** Every cue on the left. */
  ALL_LEFT,
  /** Every cue on the right. */
  ALL_RIGHT,
  /** Right and left in turn, right first and last. */
  MIXED,
  /** No cue at all; the label is -1. */
  NO_CUE;

  /** The sides of this probe's cues. */
  public List<Side> sides(int cues) {
    return IntStream.range(0, cues).mapToObj(this::side).toList();
  }

  private Side side(int cue) {
    return switch (this) {
      case ALL_LEFT -> Side.LEFT;
      case ALL_RIGHT -> Side.RIGHT;
      case MIXED -> cue % 2 == 0 ? Side.RIGHT : Side.LEFT;
      case NO_CUE -> Side.NONE;
    };
  }

  /** One trial of this probe. */
  public Decision episode(CueAssociation task, RandomGenerator random) {
    return task.episode(sides(task.settings().timing().cues()), random);
  }
}
