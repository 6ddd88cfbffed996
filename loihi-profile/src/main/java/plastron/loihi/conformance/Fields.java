package plastron.loihi.conformance;

import java.util.Arrays;
import java.util.Locale;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.CompartmentParameters;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.SpikeList;

/** Fields that several kinds of file share, and their comparison. */
public final class Fields {

  static final int ANY_MIN = Integer.MIN_VALUE;
  static final int ANY_MAX = Integer.MAX_VALUE;

  /** Bounds that keep a damaged size from asking for all memory. */
  public static final int LARGEST_POPULATION = 1 << 17;

  static final int LONGEST_RUN = 1 << 22;

  private Fields() {}

  /** Number of steps of a case. */
  public static int steps(VectorReader one) {
    return one.integer("steps", 1, LONGEST_RUN);
  }

  static int population(VectorReader one, String field) {
    return one.integer(field, 1, LARGEST_POPULATION);
  }

  static LoihiWeightFormat format(VectorReader one) {
    return new LoihiWeightFormat(signMode(one), one.integer("num_weight_bits", 1, 8));
  }

  /** Which signs weights have. */
  public static SignMode signMode(VectorReader one) {
    String text = one.text("sign_mode");
    try {
      return SignMode.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new BrokenVectorException(
          "%s, sign_mode (%s) should be MIXED, EXCITATORY or INHIBITORY"
              .formatted(one.place(), text));
    }
  }

  /** Weights {@code [post][pre]}. */
  public static int[][] weights(VectorReader one, String field, int post, int pre) {
    return one.intMatrix(field, post, pre, ANY_MIN / 2, ANY_MAX / 2);
  }

  /** Parameters of a Lava LIF population with a bias for each neuron. */
  static CompartmentParameters lif(VectorReader one, int neurons) {
    return CompartmentParameters.encoded(
        one.integer("du", 0, 4095),
        one.integer("dv", 0, 4096),
        one.integer("vth", 0, 131071),
        one.ints("bias_mant", neurons, -(1 << 23), 1 << 23),
        one.ints("bias_exp", neurons, -8, 7));
  }

  /** Compares current, voltage and spikes of a population after one step. */
  static void compare(Comparison comparison, Expected expected, int k, Lif lif, SpikeList spikes) {
    for (int i = 0; i < lif.neurons(); i++) {
      int neuron = i;
      comparison.exact(lif.current(i), expected.u()[k][i], () -> expected.at("u", k, neuron));
      comparison.exact(lif.voltage(i), expected.v()[k][i], () -> expected.at("v", k, neuron));
    }
    spikes(
        comparison,
        spikes,
        expected.spikes()[k],
        lif.neurons(),
        expected.place() + ", spikes at step " + k);
  }

  /** Compares the spikes of one step neuron by neuron. */
  public static void spikes(
      Comparison comparison, SpikeList got, int[] want, int neurons, String place) {
    byte[] difference = new byte[neurons];
    for (int k = 0; k < got.size(); k++) {
      difference[got.get(k)]++;
    }
    for (int neuron : want) {
      difference[neuron]--;
    }
    for (int i = 0; i < neurons; i++) {
      int neuron = i;
      comparison.exact(difference[i], 0, () -> place + ", neuron " + neuron);
    }
  }

  /** Compares two matrices of one shape entry by entry. */
  public static void compare(Comparison comparison, int[][] got, int[][] want, String place) {
    for (int r = 0; r < got.length; r++) {
      for (int c = 0; c < got[r].length; c++) {
        int row = r;
        int column = c;
        comparison.exact(got[r][c], want[r][c], () -> "%s[%d][%d]".formatted(place, row, column));
      }
    }
  }

  /** Spike lists of one step each, every neuron at most once. */
  public static int[][] spikeLists(VectorReader one, String field, int steps, int neurons) {
    int[][] lists = one.indexLists(field, steps, neurons);
    for (int k = 0; k < steps; k++) {
      if (lists[k].length != Arrays.stream(lists[k]).distinct().count()) {
        throw new BrokenVectorException(
            "%s, %s[%d] (%s) should name each neuron once"
                .formatted(one.place(), field, k, Arrays.toString(lists[k])));
      }
    }
    return lists;
  }
}
