package plastron.core.random;

import java.util.SplittableRandom;

/**
 * Seeds of independent streams, so that a result depends on (run seed, iteration, episode) and on
 * nothing else: not on the number of threads, nor on the order in which episodes are drawn. The
 * values are part of the project's promise of reproducibility and never change.
 */
public final class Seeds {

  // The increment and the finaliser of SplitMix64: Steele, Lea and Flood, "Fast splittable
  // pseudorandom number
  // generators", OOPSLA 2014, with the multipliers of Stafford's variant 13.
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /**
   * The seed of one episode. With two arguments fixed, different values of the third give different
   * seeds.
   *
   * @param run seed of the run, as the user gave it
   * @param iteration number of the training iteration, or any number that tells uses apart
   * @param episode number of the episode within the iteration
   */
  public static long of(long run, long iteration, long episode) {
    return then(then(then(0, run), iteration), episode);
  }

  /** A generator for one episode, seeded with {@link #of}. */
  public static SplittableRandom generator(long run, long iteration, long episode) {
    return new SplittableRandom(of(run, iteration, episode));
  }

  /**
   * Derives a further seed from a seed and a number; for a fixed seed, different numbers give
   * different seeds.
   */
  public static long then(long seed, long number) {
    // The number is mixed before it meets the seed: otherwise (s, n + 1) and (s + 1, n) would meet.
    return mix(seed + mix(number + GOLDEN));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
