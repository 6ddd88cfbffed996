package plastron.tasks.cue;

/** The side a cue is shown on. */
public enum Side {
  /** Right: label 0. */
  RIGHT(0),
  /** Left: label 1. */
  LEFT(1),
  /** No cue in this place. */
  NONE(-1);

  private final int label;

  Side(int label) {
    this.label = label;
  }

  /**
   * The label of episodes with more cues on this side, an index of an output neuron; -1 for none.
   */
  public int label() {
    return label;
  }
}
