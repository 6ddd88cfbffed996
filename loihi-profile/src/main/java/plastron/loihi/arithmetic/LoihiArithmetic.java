package plastron.loihi.arithmetic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plastron.core.ledger.Departure;

/**
 * The two public accounts of what the chip's neurons and synapses do with their bits: how weights
 * are rounded, whether sums or weights are shifted, and what becomes of a number that does not fit.
 * All else is the same in both. For static weights on the format's grid and exponents from 0 they
 * agree as long as no register overflows.
 */
@Departure(
    from = "Brian2Loihi",
    what =
        "Weights are cut towards zero, each is shifted alone, currents never wrap and voltages "
            + "are never limited; unless its arithmetic is chosen, weights are floored, sums are "
            + "shifted, u wraps and v is limited, as in Lava.",
    reason = "Lava's is the bit-accurate model that runs the learning of both chips.",
    test = "ExhaustiveWeightsTest.aSynapseAddsWhatBrian2LoihiComputes")
public enum LoihiArithmetic {
  /**
   * Lava's bit-accurate models: weights lose their low bits downwards and only when they are
   * loaded, sums are shifted, a current wraps in 24 bits, a voltage saturates.
   */
  LAVA("lava") {
    @Override
    public int[][] effective(int[][] weights, LoihiWeightFormat format) {
      return format.effective(weights);
    }

    @Override
    public int learnedBits(LoihiWeightFormat format) {
      return 0;
    }

    @Override
    public int synapse(int weight, int exponent) {
      return weight;
    }

    @Override
    public void add(int[] weights, int exponent, int[] sums) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weights[i];
      }
    }

    @Override
    public int sum(int sum, int exponent) {
      return scaled(sum, exponent);
    }

    @Override
    public int current(long exact) {
      return CurrentRegister.wrapLava((int) exact);
    }

    @Override
    public int largestVoltage() {
      return CurrentRegister.HALF - 1;
    }

    @Override
    public int largestCurrent() {
      return CurrentRegister.HALF;
    }
  },

  /**
   * Brian2Loihi, published as exact against Loihi 1 (Michaelis et al. 2022): weights lose their low
   * bits towards zero, learned ones are kept on the format's grid, each is shifted by itself and
   * limited to 21 bits; currents and voltages have no end but that of 32 bits here.
   */
  BRIAN2LOIHI("brian2loihi") {
    @Override
    public int[][] effective(int[][] weights, LoihiWeightFormat format) {
      int precision = 1 << format.droppedBits();
      return Arrays.stream(weights)
          .map(row -> Arrays.stream(row).map(w -> w / precision * precision).toArray())
          .toArray(int[][]::new);
    }

    @Override
    public int learnedBits(LoihiWeightFormat format) {
      return format.droppedBits();
    }

    @Override
    public int synapse(int weight, int exponent) {
      return Math.clamp((long) scaled(weight, exponent), -LARGEST_SYNAPSE, LARGEST_SYNAPSE);
    }

    @Override
    public void add(int[] weights, int exponent, int[] sums) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += synapse(weights[i], exponent);
      }
    }

    @Override
    public int sum(int sum, int exponent) {
      return sum;
    }

    @Override
    public int current(long exact) {
      return Math.clamp(exact, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public int largestVoltage() {
      return Integer.MAX_VALUE;
    }

    @Override
    public int largestCurrent() {
      return Integer.MAX_VALUE;
    }
  };

  /** The name of the choice among an export's settings. */
  public static final String SETTING = "arithmetic";

  /** What is taken where nothing is chosen. */
  public static final LoihiArithmetic DEFAULT = LAVA;

  /** The largest contribution of one synapse in units of 64 (brian2_loihi; 21 bits and sign). */
  private static final int LARGEST_SYNAPSE = (1 << 15) - 1;

  private final String title;

  LoihiArithmetic(String title) {
    this.title = title;
  }

  /** All names, that of {@link #DEFAULT} first. */
  public static List<String> names() {
    return Arrays.stream(values()).map(LoihiArithmetic::title).toList();
  }

  /**
   * The one that is chosen, {@link #DEFAULT} if none is.
   *
   * @param settings of an export
   * @throws IllegalArgumentException if there is none of that name
   */
  public static LoihiArithmetic of(Map<String, String> settings) {
    String name = settings.getOrDefault(SETTING, DEFAULT.title);
    return Arrays.stream(values())
        .filter(arithmetic -> arithmetic.title.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Setting %s (%s) must be one of %s.".formatted(SETTING, name, names())));
  }

  /** The name of the peer. */
  public String title() {
    return title;
  }

  /**
   * The weights that are loaded for given ones.
   *
   * @param weights any shape, in the range of the format's sign mode, not modified
   */
  public abstract int[][] effective(int[][] weights, LoihiWeightFormat format);

  /** How many low bits of a weight that learns are always 0. */
  public abstract int learnedBits(LoihiWeightFormat format);

  /** What a weight adds to the sum of its neuron. */
  public abstract int synapse(int weight, int exponent);

  /**
   * Adds what the weights of one pre neuron add.
   *
   * @param weights one a post neuron, not modified
   * @param sums one a post neuron, modified
   */
  public abstract void add(int[] weights, int exponent, int[] sums);

  /** What a sum is when it reaches the current, in units of 64. */
  public abstract int sum(int sum, int exponent);

  /** What becomes of a current that does not fit 24 bits. */
  public abstract int current(long exact);

  /** The largest magnitude of a voltage, which saturates. */
  public abstract int largestVoltage();

  /** The largest current that is kept as it is. */
  public abstract int largestCurrent();

  private static int scaled(int weight, int exponent) {
    return exponent >= 0 ? weight << exponent : weight >> -exponent;
  }
}
