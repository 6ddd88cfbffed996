package plastron.loihi.random;

/**
 * The numbers that Lava's learning model draws for the synapses of one LearningDense (lava,
 * TraceRandom and ConnVarRandom): two a step and purpose, of which every use in the step takes the
 * same, and one an epoch for all roundings, which no seed changes.
 */
public final class LavaRandom implements RandomSource {

  /** How many seeds follow each other in one LearningDense. */
  public static final int SEEDS = 4;

  private static final int IMPULSE_BITS = 7;
  private static final int ROUNDING_SEED = 2;

  private record Streams(
      NumpyGenerator preDecays,
      NumpyGenerator preImpulses,
      NumpyGenerator postDecays,
      NumpyGenerator postImpulses,
      NumpyGenerator roundings) {

    Streams(int seed) {
      this(
          new NumpyGenerator(seed),
          new NumpyGenerator(seed + 1),
          new NumpyGenerator(seed + 2),
          new NumpyGenerator(seed + 3),
          new NumpyGenerator(ROUNDING_SEED));
    }
  }

  private final int seed;
  private Streams streams;
  private double preDecay;
  private double postDecay;
  private int preImpulse;
  private int postImpulse;
  private int repeatedPostImpulse;
  private double rounding;

  /**
   * Before the first step.
   *
   * @param seed the {@code rng_seed} of the learning rule, from 0
   */
  public LavaRandom(int seed) {
    this.seed = seed;
    streams = new Streams(seed);
    advance();
    nextEpoch();
  }

  /** Goes back to before the first step, as a LearningDense that is built anew. */
  public void restart() {
    streams = new Streams(seed);
    advance();
    nextEpoch();
  }

  private void advance() {
    preDecay = streams.preDecays().nextDouble();
    postDecay = streams.postDecays().nextDouble();
    preImpulse = streams.preImpulses().nextBits(IMPULSE_BITS);
    postImpulse = streams.postImpulses().nextBits(IMPULSE_BITS);
  }

  @Override
  public void nextStep() {
    advance();
    repeatedPostImpulse = postImpulse;
    advance();
  }

  @Override
  public void nextEpoch() {
    rounding = streams.roundings().nextDouble();
  }

  @Override
  public double preDecay() {
    return preDecay;
  }

  @Override
  public double postDecay() {
    return postDecay;
  }

  @Override
  public int preImpulse() {
    return preImpulse;
  }

  @Override
  public int postImpulse() {
    return postImpulse;
  }

  @Override
  public int repeatedPreImpulse() {
    return 0;
  }

  @Override
  public int repeatedPostImpulse() {
    return repeatedPostImpulse;
  }

  @Override
  public double rounding() {
    return rounding;
  }
}
