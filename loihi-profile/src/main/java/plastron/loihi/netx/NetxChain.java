package plastron.loihi.netx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.StaticGroup;

/**
 * An image as a chain of netx layers: from its one source from population to population, each
 * perhaps with synapses to itself. Learning is left out, and weight exponents, which netx has not,
 * are taken out of a layer's threshold and bias.
 */
final class NetxChain {

  private static final int BIAS_UNIT = 1 << NetxLayer.BIAS_EXPONENT;
  private static final int LARGEST_BIAS = (1 << 12) - 1;
  private static final int EVEN_LARGEST = 254;

  private final ChipImage image;
  private final Diagnostics diagnostics;

  private NetxChain(ChipImage image, Diagnostics diagnostics) {
    this.image = image;
    this.diagnostics = diagnostics;
  }

  /**
   * The layers.
   *
   * @param diagnostics receive a refusal for all that netx cannot say, and what is lost
   * @return meaningless if anything was refused
   */
  static List<NetxLayer> of(ChipImage image, Diagnostics diagnostics) {
    return new NetxChain(image, diagnostics).layers();
  }

  private List<NetxLayer> layers() {
    List<Integer> sources = image.sources();
    if (sources.size() != 1) {
      diagnostics.refuse(
          "L-NETX-SOURCES",
          "model " + image.model(),
          "%d populations are spike sources, netx has one input.".formatted(sources.size()),
          "Maybe export for --format loihi-registers.");
      return List.of();
    }
    List<NetxLayer> layers = new ArrayList<>();
    boolean[] reached = new boolean[image.populations().size()];
    int at = sources.getFirst();
    reached[at] = true;
    while (true) {
      int from = at;
      List<ImageLayer> on =
          image.layers().stream().filter(l -> l.from() == from && l.to() != from).toList();
      if (on.isEmpty()) {
        break;
      }
      at = on.getFirst().to();
      if (on.size() > 1 || reached[at] || image.into(at).stream().anyMatch(l -> isAside(l, from))) {
        refuseGraph(on, at);
        return List.of();
      }
      reached[at] = true;
      layers.add(layer(on.getFirst()));
    }
    for (int p = 0; p < reached.length; p++) {
      if (!reached[p]) {
        diagnostics.refuse(
            "L-NETX-CHAIN",
            "population " + image.populations().get(p).name(),
            "no chain from the input leads to it, as netx expects.",
            "Maybe leave it out.");
      }
    }
    return layers;
  }

  private static boolean isAside(ImageLayer layer, int from) {
    return layer.from() != from && layer.from() != layer.to();
  }

  private void refuseGraph(List<ImageLayer> on, int at) {
    List<String> names = new ArrayList<>(on.stream().map(ImageLayer::name).toList());
    image.into(at).stream()
        .map(ImageLayer::name)
        .filter(n -> !names.contains(n))
        .forEach(names::add);
    diagnostics.refuse(
        "L-NETX-CHAIN",
        "population " + image.populations().get(at).name(),
        "projections %s branch, join or lead back, netx has a chain of layers.".formatted(names),
        "Maybe export for --format loihi-registers.");
  }

  private NetxLayer layer(ImageLayer input) {
    ImagePopulation population = image.populations().get(input.to());
    String subject = "population " + population.name();
    List<ImageLayer> into = image.into(input.to());
    into.forEach(this::frozen);
    Optional<ImageLayer> own = into.stream().filter(l -> l.from() == l.to()).findFirst();
    int shift = shift(into);
    NetxLayer layer =
        new NetxLayer(
            weights(input, into, shift),
            own.map(l -> weights(l, into, shift)),
            Optional.empty(),
            bias(input, shift, population.size(), subject),
            input.integer32(ImageKeys.DU) + 1,
            input.integer32(ImageKeys.DV),
            threshold(input, shift, subject));
    if (layer.isZero()) {
      diagnostics.refuse(
          "L-NETX-ZERO",
          subject,
          "all weights to it are zero, which netx cannot scale.",
          "Maybe leave the population out, or train its fixed weights.");
    }
    return layer;
  }

  private void frozen(ImageLayer layer) {
    if (!layer.program().isEmpty()) {
      diagnostics.lossy(
          "L-FREEZE",
          "layer " + layer.name() + ", rule " + layer.rule(),
          "netx has no plasticity: weights stay those of the start of an episode.",
          "Maybe export for --format loihi-registers, which has the rules.");
    }
  }

  /** By how many powers of two all of a population is made smaller, so that its weights fit. */
  private static int shift(List<ImageLayer> into) {
    int smallest = Integer.MAX_VALUE;
    double largest = 0;
    for (ImageLayer layer : into) {
      for (StaticGroup group : StaticGroup.of(layer)) {
        smallest = Math.min(smallest, group.exponent());
        for (int[] row : group.weights().values()) {
          for (int weight : row) {
            largest = Math.max(largest, Math.scalb(Math.abs((double) weight), group.exponent()));
          }
        }
      }
    }
    int shift = Math.min(0, smallest);
    while (Math.scalb(largest, -shift) > EVEN_LARGEST) {
      shift++;
    }
    return shift;
  }

  /** Those of one population are scaled together: where any two differ in sign, all are even. */
  private int[][] weights(ImageLayer layer, List<ImageLayer> into, int shift) {
    List<StaticGroup> groups = StaticGroup.of(layer);
    int[][] weights = new int[layer.size()][layer.inputs()];
    double lost = 0;
    long zeros = 0;
    int[][] all =
        into.stream()
            .flatMap(l -> StaticGroup.weights(l).stream())
            .flatMap(Arrays::stream)
            .toArray(int[][]::new);
    boolean mixed = SignMode.infer(all) == SignMode.MIXED;
    for (int j = 0; j < layer.inputs(); j++) {
      for (int i = 0; i < layer.size(); i++) {
        double exact = 0;
        for (StaticGroup group : groups) {
          exact += Math.scalb((double) group.weights().values()[j][i], group.exponent() - shift);
        }
        weights[i][j] = (int) (mixed ? 2 * Math.rint(exact / 2) : Math.rint(exact));
        lost = Math.max(lost, Math.abs(weights[i][j] - exact));
        zeros += exact != 0 && weights[i][j] == 0 ? 1 : 0;
      }
    }
    if (lost > 0) {
      diagnostics.lossy(
          "L-NETX-WEIGHT",
          "layer " + layer.name(),
          "weights are off by up to %s of 254 and %d become 0, since netx gives all of a population one scale."
              .formatted(lost, zeros),
          "");
    }
    return weights;
  }

  private int threshold(ImageLayer layer, int shift, String subject) {
    int vth = layer.integer32(ImageKeys.VTH);
    double exact = Math.scalb((double) vth, -shift);
    int rounded = (int) Math.min(131071, Math.max(1, Math.rint(exact)));
    if (shift != 0) {
      diagnostics.lossy(
          "L-NETX-SCALE",
          subject,
          "netx has no weight exponent: currents, potentials and the threshold (%d, %.2f %% off) are those of the chip divided by %s, which rounds them more coarsely."
              .formatted(rounded, 100 * Math.abs(rounded / exact - 1), Math.scalb(1.0, shift)),
          "");
    }
    return rounded;
  }

  private int[] bias(ImageLayer layer, int shift, int size, String subject) {
    int value =
        BiasEncoding.value(
            layer.integer32(ImageKeys.BIAS_MANTISSA), layer.integer32(ImageKeys.BIAS_EXPONENT));
    double exact = Math.scalb((double) value, -shift) / BIAS_UNIT;
    int mantissa = (int) Math.clamp(Math.rint(exact), -LARGEST_BIAS, LARGEST_BIAS);
    if (mantissa != exact) {
      diagnostics.lossy(
          "L-NETX-BIAS",
          subject,
          "the bias is %d, expected %s: netx keeps it in steps of %d."
              .formatted(mantissa, exact, BIAS_UNIT),
          "");
    }
    int[] bias = new int[size];
    Arrays.fill(bias, mantissa);
    return bias;
  }
}
