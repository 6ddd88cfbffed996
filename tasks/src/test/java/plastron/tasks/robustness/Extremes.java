package plastron.tasks.robustness;

import java.util.random.RandomGenerator;

/** Values that readers stumble over: ends of ranges, what is no number, texts that are no names. */
final class Extremes {

  private static final long[] WHOLE = {
    0,
    1,
    -1,
    2,
    3,
    7,
    31,
    32,
    63,
    64,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    131071,
    1L << 24,
    100_000_000,
    Integer.MAX_VALUE,
    Integer.MAX_VALUE - 1L,
    Integer.MIN_VALUE,
    1L << 31,
    (1L << 32) - 1,
    1L << 32,
    1L << 53,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final double[] REAL = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    1e-9,
    1e9,
    1e18,
    1e300,
    -1e300,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private static final String[] TEXT = {
    "",
    " ",
    "0",
    "-1",
    "NaN",
    "null",
    "true",
    "a",
    "..",
    "../../etc/passwd",
    "%s %d %n",
    "two\nlines",
    "three\r\nlines\u2028of text",
    "bell\u0007",
    "\u001b[31mred",
    "nothing\u0000more",
    "\ud83d",
    "\u00fc\u4e2d\ud83d\ude00",
    "LOIHI2",
    "a".repeat(300),
    "long ".repeat(20_000)
  };

  private Extremes() {}

  /** How many edits to make at once: mostly one, so that what is behind it is read as well. */
  static int edits(RandomGenerator random) {
    return random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2);
  }

  static long whole(RandomGenerator random) {
    return WHOLE[random.nextInt(WHOLE.length)];
  }

  static double real(RandomGenerator random) {
    return REAL[random.nextInt(REAL.length)];
  }

  static String text(RandomGenerator random) {
    return TEXT[random.nextInt(TEXT.length)];
  }
}
