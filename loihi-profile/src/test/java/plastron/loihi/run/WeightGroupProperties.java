package plastron.loihi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ChangedImage;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.HostSignals;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.emulator.Lif;
import plastron.loihi.profile.CompiledModels;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.WeightFormat;
import plastron.loihi.program.WeightGroups;
import plastron.loihi.random.RandomSources;

/** Groups of static synapses add up to one matrix of integers, on the chip and in its choice. */
class WeightGroupProperties {

  private static final int STEPS = 40;

  private static final ChipImage IMAGE = CompiledModels.image("loihi2", "static");

  /** Even weights of 8 bits, each in one of the groups. */
  private static int[][][] drawn(int groups, int pre, int post, SplittableRandom random) {
    int[][][] weights = new int[groups][pre][post];
    for (int j = 0; j < pre; j++) {
      for (int i = 0; i < post; i++) {
        weights[random.nextInt(groups)][j][i] = 2 * random.nextInt(-128, 128);
      }
    }
    return weights;
  }

  private static ChipImage with(int[][][] weights, int[] exponents) {
    Map<String, Long> integers = new TreeMap<>(IMAGE.layers().getFirst().integers());
    for (int g = 0; g < exponents.length; g++) {
      integers.put(name(ImageKeys.STATIC_EXPONENT, g), (long) exponents[g]);
    }
    List<QuantizedArray> arrays =
        IntStream.range(0, weights.length)
            .mapToObj(g -> QuantizedArray.exact(name(LoihiProgram.STATIC_WEIGHTS, g), weights[g]))
            .toList();
    return ChangedImage.of(IMAGE)
        .layer(0, layer -> ChangedImage.layer(layer, layer.program(), integers, arrays))
        .image();
  }

  private static String name(String first, int group) {
    return group == 0 ? first : first + "_" + group;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void whatArrivesIsTheSumOfAllGroups(
      @ForAll @IntRange(min = 1, max = 3) int groups,
      @ForAll LoihiArithmetic arithmetic,
      @ForAll int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ImageLayer first = IMAGE.layers().getFirst();
    int[][][] weights = drawn(groups, first.inputs(), first.size(), random);
    // Currents stay below 24 bits: what wraps is another law.
    int[] exponents = random.ints(groups, -1, 5).toArray();
    ChipImage image = with(weights, exponents);
    LoihiCores cores = new LoihiCores(image, arithmetic, true, RandomSources.independent(1));
    Lif neurons = cores.neurons(image.populations().get(first.to()).name());
    SpikeRaster spikes = new SpikeRaster(STEPS, first.inputs());
    long[] current = new long[first.size()];
    long[] arriving = new long[first.size()];
    int keeps = 4096 - (int) first.integer(ImageKeys.DU) - 1;
    for (int t = 0; t < STEPS; t++) {
      cores.neurons(t);
      for (int i = 0; i < current.length; i++) {
        long decayed = Long.signum(current[i]) * ((Math.abs(current[i]) * keeps) >> 12);
        // A weight counts 64 and exponents are -1 at least, so that all is whole in halves.
        current[i] = decayed + 32 * arriving[i];
        assertThat(neurons.current(i)).as("step %d, neuron %d", t, i).isEqualTo(current[i]);
        arriving[i] = 0;
      }
      for (int j = 0; j < first.inputs(); j++) {
        if (random.nextInt(40) == 0) {
          spikes.set(t, j);
          for (int i = 0; i < current.length; i++) {
            for (int g = 0; g < groups; g++) {
              arriving[i] += (long) weights[g][j][i] << (exponents[g] + 1);
            }
          }
        }
      }
      cores.fire(first.from(), spikes, t);
      cores.deliver(t, new HostSignals(List.of()));
    }
  }

  /**
   * Every weight is in one group as it would be alone, and the loss that is stated is the sum's.
   */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aSplitLosesAThirdAtMost(
      @ForAll @IntRange(min = 2, max = 8) int bits,
      @ForAll @IntRange(min = 0, max = 7) int exponent,
      @ForAll @IntRange(min = 0, max = 12) int outliers,
      @ForAll @IntRange(min = 0, max = 4) int room,
      @ForAll int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weights = new double[12][5];
    double largest = 0;
    for (double[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] =
            random.nextGaussian()
                * Math.scalb(1.0, random.nextInt(12) < outliers ? random.nextInt(10) : 0);
        largest = Math.max(largest, Math.abs(row[i]));
      }
    }
    WeightFormat format = new WeightFormat(bits == 7 ? 8 : bits);
    WeightGroups one =
        WeightGroups.of(weights, format, Math.scalb(largest / format.largest(), room), exponent);
    WeightGroups chosen = one.split(format);
    if (chosen.arrays().size() == 1) {
      assertThat(chosen).isSameAs(one);
      return;
    }
    assertThat(one.lost()).isGreaterThanOrEqualTo(0.05);
    assertThat(chosen.lost()).isLessThanOrEqualTo(one.lost() / 3);
    assertThat(chosen.describe()).doesNotContain("(synapses: 0)");
    assertThat(chosen.exponents().getFirst()).isEqualTo(exponent);
    assertThat(chosen.exponents().getLast()).isBetween(bits == 7 ? -1 : bits - 9, exponent - 1);
    double signal = 0;
    for (int i = 0; i < 5; i++) {
      double error = 0;
      double squares = 0;
      for (int j = 0; j < 12; j++) {
        double held = 0;
        for (int g = 0; g < 2; g++) {
          QuantizedArray rounded = chosen.arrays().get(g).quantize();
          // As the chip has it: mantissa and exponent, in units of the first group.
          held +=
              Math.scalb(
                  rounded.values()[j][i] * one.arrays().getFirst().scale().lsb(),
                  chosen.exponents().get(g) - exponent);
        }
        error += (held - weights[j][i]) * (held - weights[j][i]);
        squares += weights[j][i] * weights[j][i];
        assertThat(
                chosen.arrays().get(0).values()[j][i] == 0
                    || chosen.arrays().get(1).values()[j][i] == 0)
            .isTrue();
      }
      signal += Math.min(1, error / squares) / 5;
    }
    assertThat(chosen.lost())
        .isCloseTo(Math.sqrt(signal), org.assertj.core.api.Assertions.within(1e-9));
  }
}
