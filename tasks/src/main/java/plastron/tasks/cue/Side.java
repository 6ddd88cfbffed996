package plastron.tasks.cue;

/** The side a cue is shown on. */
public enum Side {
  /** Right: label 0. */
  RIGHT,
  /** Left: label 1. */
  LEFT,
  /** No cue in this place. */
  NONE;

  /** The label of episodes with more cues on this side, an index of an output neuron; -1 for none. */
  public int label() {
    return this == NONE ? -1 : ordinal();
  }
}
