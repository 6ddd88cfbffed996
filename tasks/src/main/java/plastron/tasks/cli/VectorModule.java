package plastron.tasks.cli;

/**
 * The vector API, which makes training fast. Java announces it on standard error wherever it is
 * added, so the launcher does without until a command turns out to be right and to train.
 */
public final class VectorModule {

  private VectorModule() {}

  /** Ends the command so that the launcher starts it once more, with the vector API. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * To be called where all that a user may have got wrong is checked and nothing is written yet. It
   * returns if the launcher has nothing to add.
   */
  public static void require() {
    if ("later".equals(System.getProperty("plastron.vectors"))) {
      throw new Missing();
    }
  }
}
