package plastron.tasks.design;

/**
 * What stands in the place of the iteration in {@link plastron.core.random.Seeds} for draws outside
 * training, so that no stream is used twice. Training uses 0 and up.
 */
public final class Streams {

  /** Initial parameters. */
  public static final long INITIAL = -2;

  /** Trials on which output weights are balanced. */
  public static final long BALANCE = -3;

  /** Trials of an evaluation. */
  public static final long EVALUATION = -4;

  /** Trials that are drawn as pictures. */
  public static final long PROBE = -5;

  /** Trials that ranges are measured on before an export. */
  public static final long CALIBRATION = -6;

  /** Patterns that trials of a run show. */
  public static final long PATTERN = -7;

  /** Which synapses there are. */
  public static final long SYNAPSES = -8;

  private Streams() {}
}
