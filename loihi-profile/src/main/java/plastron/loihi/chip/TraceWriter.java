package plastron.loihi.chip;

/** What can give post traces values that are not made of the neuron's own spikes. */
public enum TraceWriter {
  /** Nothing can: the learning engine follows spikes. */
  NONE("nothing"),
  /** A program in every neuron. */
  NEURONS("neurons"),
  /**
   * Programs on the embedded processors, which read spike counters and overwrite traces, as
   * nengo-loihi does for its learning rule (snips/nengo_learn.c.template).
   */
  EMBEDDED_PROCESSORS("embedded processors");

  private final String title;

  TraceWriter(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
