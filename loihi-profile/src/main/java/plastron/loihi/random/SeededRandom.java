package plastron.loihi.random;

import java.util.SplittableRandom;
import plastron.core.ledger.Departure;

/** Random numbers from a seed, for runs. The same seed gives the same run. */
@Departure(
    from = "Lava",
    what =
        "One random number a step and purpose serves all neurons, one an epoch all "
            + "synapses; here every rounding draws its own.",
    reason =
        "Silicon has generators in every core; shared numbers make roundings that add up. "
            + "Bundles for Lava are run with Lava's own numbers and say so (L-LAVA-ROUND).",
    test = "RepeatedSpikesTest.everyImpulseDrawsItsOwnNumber")
public final class SeededRandom implements RandomSource {

  /** How many uses one number serves. */
  public enum Sharing {
    /** Every use draws its own number, as the generators of a core do. */
    INDEPENDENT,
    /**
     * One number a step and purpose, one rounding number an epoch, as in Lava's model; rounding is
     * correlated.
     */
    SHARED
  }

  private static final int IMPULSE_BOUND = 128;

  private SplittableRandom random;
  private final boolean shared;
  private double preDecay;
  private double postDecay;
  private int preImpulse;
  private int postImpulse;
  private int repeatedPostImpulse;
  private double rounding;

  /** A source for one run. */
  public SeededRandom(long seed, Sharing sharing) {
    random = new SplittableRandom(seed);
    shared = sharing == Sharing.SHARED;
  }

  /** Starts the same or another sequence of numbers. */
  public void restart(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public void nextStep() {
    if (shared) {
      repeatedPostImpulse = random.nextInt(IMPULSE_BOUND);
      preDecay = random.nextDouble();
      preImpulse = random.nextInt(IMPULSE_BOUND);
      postDecay = random.nextDouble();
      postImpulse = random.nextInt(IMPULSE_BOUND);
    }
  }

  @Override
  public void nextEpoch() {
    if (shared) {
      rounding = random.nextDouble();
    }
  }

  @Override
  public double preDecay() {
    return shared ? preDecay : random.nextDouble();
  }

  @Override
  public double postDecay() {
    return shared ? postDecay : random.nextDouble();
  }

  @Override
  public int preImpulse() {
    return shared ? preImpulse : random.nextInt(IMPULSE_BOUND);
  }

  @Override
  public int postImpulse() {
    return shared ? postImpulse : random.nextInt(IMPULSE_BOUND);
  }

  @Override
  public int repeatedPreImpulse() {
    return shared ? 0 : random.nextInt(IMPULSE_BOUND);
  }

  @Override
  public int repeatedPostImpulse() {
    return shared ? repeatedPostImpulse : random.nextInt(IMPULSE_BOUND);
  }

  @Override
  public double rounding() {
    return shared ? rounding : random.nextDouble();
  }
}
