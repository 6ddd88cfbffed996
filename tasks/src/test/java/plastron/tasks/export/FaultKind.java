package plastron.tasks.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import plastron.export.contract.ChangedImage;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;

/**
 * Faults of a written image, by what they are: single numbers, lines or arrays of one layer that
 * say something else. All that is known of an image here is how it is written. Long, because every
 * kind is a fault of its own.
 */
enum FaultKind {
  /** Half of the fixed weights are lost. */
  LOST_WEIGHTS("rounding of weights", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      return weights(image, layer, w -> random.nextBoolean() ? 0 : w);
    }
  },
  /** A third of the fixed weights has the other sign. */
  FLIPPED_WEIGHTS("rounding of weights", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      return weights(image, layer, w -> random.nextInt(3) == 0 ? -w : w);
    }
  },
  /** The threshold is too low or too high by a quarter to a half. */
  THRESHOLD("rounding of neuron parameters", true) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      double factor = (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.25, 0.5);
      return neurons(image, layer, isLoihi(image) ? "vth" : "v_thresh", 1 + factor);
    }
  },
  /** The membrane leaks faster. */
  LEAK("rounding of neuron parameters", true) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      return isLoihi(image)
          ? neurons(image, layer, "dv", random.nextDouble(1.5, 2.5))
          : neurons(image, layer, "tau_m", random.nextDouble(0.4, 0.7));
    }
  },
  /** A spike counts for less, or is forgotten sooner. */
  TRACE("rounding of traces", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      String onLoihi = random.nextBoolean() ? "x1_decay_2_30" : "x1_impulse";
      String key = isLoihi(image) ? onLoihi : "rate_unit";
      return number(image, layer, key, v -> Math.round(v * random.nextDouble(0.3, 0.7)));
    }
  },
  /** A learning rate has another mantissa. */
  COEFFICIENT("rounding of coefficients", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      return isLoihi(image)
          ? lines(image, layer, SCALE, found -> scale(otherMantissa(found), found.group(2), 0))
          : number(image, layer, "gain", v -> -Math.round(v * random.nextDouble(0.2, 0.9)));
    }
  },
  /** An exponent is off by one. */
  SHIFT("shift", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      int by = random.nextBoolean() ? 1 : -1;
      if (isLoihi(image)) {
        return random.nextBoolean()
            ? number(image, layer, "static_weight_exp", v -> v + (v == 7 ? -1 : by))
            : lines(image, layer, SCALE, found -> scale(found.group(1), found.group(2), 1));
      }
      return number(image, layer, "shift_gain", v -> v + by);
    }
  },
  /** The trace is held far below where it ought to be. */
  LIMIT("saturation", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      int bits = random.nextInt(5, 8);
      ChipImage low = number(image, layer, "e_low", v -> v >> bits);
      return number(low, layer, "e_high", v -> v >> bits);
    }

    @Override
    boolean fits(ChipImage image) {
      return !isLoihi(image);
    }
  },
  /**
   * Products drop as many bits more as they can, so that coefficients stay about what they were.
   */
  COARSE_PRODUCT("floor of products", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      int bits = random.nextInt(5, 7);
      ChipImage learning = lines(image, layer, SCALE, FaultKind::coarsest);
      return lines(learning, layer, DECAY, found -> coarser(found, bits));
    }

    // Every product that decays is read with its constant, all others have none.
    private static String coarser(MatchResult found, int bits) {
      long product = Long.parseLong(found.group(1)) * Long.parseLong(found.group(5));
      return "1*2^%d*%s+%d)"
          .formatted(
              Integer.parseInt(found.group(2)) + bits,
              found.group(3) + found.group(4),
              Math.round(Math.scalb((double) product, -bits)));
    }

    @Override
    boolean fits(ChipImage image) {
      return isLoihi(image);
    }
  },
  /** Rules run every second time only. */
  MISSED_UPDATES("missed epoch", false) {
    @Override
    ChipImage plant(ChipImage image, int layer, RandomGenerator random) {
      ChipImage slow = ChangedImage.of(image).updateInterval(2 * image.updateInterval()).image();
      for (int l = 0; isLoihi(image) && l < image.layers().size(); l++) {
        slow = number(slow, l, "t_epoch", v -> 2 * v);
      }
      return slow;
    }

    @Override
    String subject(ChipImage image, int layer) {
      return "all layers";
    }
  };

  private static final Pattern SCALE = Pattern.compile("(\\d+)\\*2\\^(-?\\d+)\\*u");
  private static final Pattern DECAY =
      Pattern.compile("(\\d+)\\*2\\^(-?\\d+)\\*(u\\d\\*w\\*)(\\(\\w+)\\+(\\d+)\\)");

  private final String operation;
  private final boolean ofNeurons;

  FaultKind(String operation, boolean ofNeurons) {
    this.operation = operation;
    this.ofNeurons = ofNeurons;
  }

  /** The image with the fault. */
  abstract ChipImage plant(ChipImage image, int layer, RandomGenerator random);

  /** Whether an image of this chip has numbers that can be wrong in this way. */
  boolean fits(ChipImage image) {
    return true;
  }

  /** What has to be named for it. */
  String cause(ChipImage image, int layer) {
    return "%s of %s".formatted(operation, subject(image, layer));
  }

  String subject(ChipImage image, int layer) {
    ImageLayer faulty = image.layers().get(layer);
    return ofNeurons
        ? "population " + image.populations().get(faulty.to()).name()
        : "layer " + faulty.name();
  }

  private static boolean isLoihi(ChipImage image) {
    return image.profile().startsWith("loihi");
  }

  private static ChipImage weights(ChipImage image, int layer, IntUnaryOperator change) {
    String name = isLoihi(image) ? "w_static" : "W";
    return ChangedImage.of(image)
        .layer(
            layer,
            l -> {
              List<QuantizedArray> arrays = new ArrayList<>();
              for (QuantizedArray array : l.arrays()) {
                arrays.add(array.name().equals(name) ? changed(array, change) : array);
              }
              return ChangedImage.layer(l, l.program(), l.integers(), arrays);
            })
        .image();
  }

  private static QuantizedArray changed(QuantizedArray array, IntUnaryOperator change) {
    int[][] values = new int[array.values().length][];
    for (int j = 0; j < values.length; j++) {
      values[j] = Arrays.stream(array.values()[j]).map(change).toArray();
    }
    return new QuantizedArray(array.name(), values, array.scale(), array.error());
  }

  /** A number of the neurons, which all layers that lead to them repeat. */
  private static ChipImage neurons(ChipImage image, int layer, String key, double factor) {
    ChipImage changed = image;
    for (int l = 0; l < image.layers().size(); l++) {
      if (image.layers().get(l).to() == image.layers().get(layer).to()) {
        changed = number(changed, l, key, v -> Math.round(v * factor));
      }
    }
    return changed;
  }

  private static ChipImage number(
      ChipImage image, int layer, String key, LongUnaryOperator change) {
    return ChangedImage.of(image)
        .layer(
            layer,
            l -> {
              Map<String, Long> integers = new TreeMap<>(l.integers());
              integers.put(key, change.applyAsLong(l.integer(key)));
              return ChangedImage.layer(l, l.program(), integers, l.arrays());
            })
        .image();
  }

  /** The same number with the largest exponent. */
  private static String coarsest(MatchResult found) {
    int mantissa = Integer.parseInt(found.group(1));
    int zeros = Integer.numberOfTrailingZeros(mantissa);
    return scale(String.valueOf(mantissa >> zeros), found.group(2), zeros);
  }

  /** Another mantissa of 1 to 7 that is none of its multiples by a power of two. */
  private static String otherMantissa(MatchResult found) {
    int mantissa = Integer.parseInt(found.group(1));
    return mantissa > 4 && mantissa < 8 ? "1" : "7";
  }

  private static String scale(String mantissa, String exponent, int more) {
    return "%s*2^%d*u".formatted(mantissa, Integer.parseInt(exponent) + more);
  }

  /** All parts of the weight's rule that match. */
  private static ChipImage lines(
      ChipImage image, int layer, Pattern part, Function<MatchResult, String> change) {
    return ChangedImage.of(image)
        .layer(
            layer,
            l -> {
              List<String> lines =
                  l.program().stream()
                      .map(
                          line ->
                              line.startsWith("plastic dw")
                                  ? part.matcher(line).replaceAll(change)
                                  : line)
                      .toList();
              return ChangedImage.layer(l, lines, l.integers(), l.arrays());
            })
        .image();
  }
}
