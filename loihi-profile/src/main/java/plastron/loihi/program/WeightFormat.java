package plastron.loihi.program;

import java.util.List;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.fixedpoint.Scale;
import plastron.export.stage.ExportOptions;
import plastron.loihi.arithmetic.Loihi1Limits;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.SignMode;

/**
 * How static weights are stored: with both signs, as multiples of 2 to the power of {@code 9 -
 * bits} from -256 on (lava, truncate_weights). Plastic weights always have eight bits.
 *
 * @param bits of a weight with its sign, see {@link #CHOICES}
 */
public record WeightFormat(int bits) {

  /** The setting of an export that chooses the bits. */
  public static final String SETTING = ExportOptions.WEIGHT_BITS;

  /** Bits of weights unless something else is chosen. */
  public static final int MOST = 8;

  /** What can be chosen: one bit would be a sign alone (nengo-loihi block.py, WEIGHT_BITS_MAP). */
  public static final List<Integer> CHOICES =
      Loihi1Limits.WEIGHT_BITS.stream().filter(bits -> bits > 1).toList();

  /** Of eight bits with a sign the lowest is always 0: the compiler counts without it. */
  private static final int HALVES = 2;

  /** What an export chose, which is one of {@link #choices}. */
  public static WeightFormat of(ExportOptions options) {
    return new WeightFormat(Integer.parseInt(options.setting(SETTING, Integer.toString(MOST))));
  }

  /**
   * The format of weights that were stored.
   *
   * @param weights as an image has them
   */
  public static WeightFormat of(QuantizedArray weights) {
    return ofHalves(weights.scale().stride() / HALVES);
  }

  /**
   * The format of weights that are to be stored.
   *
   * @param weights as the compiler has them
   */
  public static WeightFormat ofCompiled(QuantizedArray weights) {
    return ofHalves(weights.scale().stride());
  }

  private static WeightFormat ofHalves(int stride) {
    return new WeightFormat(MOST - Integer.numberOfTrailingZeros(Math.max(1, stride)));
  }

  /** All choices as settings have them, the chip's own first. */
  public static List<String> choices() {
    return CHOICES.reversed().stream().map(String::valueOf).toList();
  }

  private int step() {
    return 1 << zeros();
  }

  /** How many low bits of a weight are 0, so that a shift to the right by them loses nothing. */
  int zeros() {
    return new LoihiWeightFormat(SignMode.MIXED, bits).droppedBits();
  }

  /** The largest weight. */
  public int largest() {
    return (1 << MOST) - step();
  }

  /**
   * The scale of the compiler's integers, which are halves of the chip's.
   *
   * @param unit what a weight of one stands for
   */
  public Scale scale(double unit) {
    int stride = step() / HALVES;
    return new Scale(HALVES * unit, -(1 << (MOST - 1)), (1 << (MOST - 1)) - stride, stride, 0);
  }
}
