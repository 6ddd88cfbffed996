package plastron.loihi.computed;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.predict.ComputedMembrane;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedPathway;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.CompartmentDecay;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.LayerProgram;
import plastron.loihi.run.StaticGroup;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;

/**
 * Reads an image back as the network that it computes. Registers u and v are whole numbers that
 * decay towards zero; a weight reaches u after 6 bits and its exponent.
 */
public record ComputedImage(ChipImage image, LoihiChip chip) {

  private static final int SCALE = 64;

  /** A spike is summed in its step and reaches the neurons in the next. */
  private static final int LATENCY = 1;

  /** The network. */
  public ComputedNetwork network() {
    return new ComputedNetwork(
        image.updateInterval(),
        image.sizes(),
        IntStream.range(0, image.populations().size())
            .mapToObj(p -> image.into(p).stream().findFirst().map(this::membrane))
            .toList(),
        image.layers().stream().map(this::pathway).toList(),
        List.copyOf(image.signals().keySet()));
  }

  private ComputedMembrane membrane(ImageLayer layer) {
    NeuronNumbers neurons = LayerProgram.neurons(layer);
    double unit = neurons.voltageUnit();
    double full = CompartmentDecay.FULL;
    return new ComputedMembrane(
        (full - neurons.du() - CompartmentDecay.CURRENT_OFFSET) / full,
        (full - neurons.dv()) / full,
        1,
        // A spike needs more than the threshold.
        unit * (SCALE * (double) neurons.vth() + 1),
        unit * BiasEncoding.value(neurons.biasMantissa(), neurons.biasExponent()),
        0,
        grid(unit, arithmetic().largestCurrent()),
        grid(unit, arithmetic().largestVoltage()));
  }

  private LoihiArithmetic arithmetic() {
    return ImageKeys.arithmetic(image);
  }

  private static Grid grid(double unit, double limit) {
    return new Grid(unit, -unit * limit, unit * limit, Rounding.TO_ZERO);
  }

  private ComputedPathway pathway(ImageLayer layer) {
    List<StaticGroup> groups = StaticGroup.of(layer);
    NeuronNumbers neurons = LayerProgram.neurons(layer);
    Optional<PlasticProgram> plastic = LayerProgram.plastic(layer, chip);
    return new ComputedPathway(
        layer.name(),
        layer.from(),
        layer.to(),
        plastic.map(p -> modulator(p, layer)).orElse(-1),
        weights(groups, neurons),
        gain(groups.getFirst(), neurons),
        plastic.map(p -> arriving(neurons, neurons.plasticExponent()) / p.unit()).orElse(1.0),
        LATENCY,
        ComputedLayer.of(quantized(layer, new LoihiProgram(neurons, plastic, arithmetic()))),
        ComputedPathway.NO_BOUND);
  }

  /** Of all groups together, as far as the gain of the first is that of the others. */
  private static double[][] weights(List<StaticGroup> groups, NeuronNumbers neurons) {
    double[][] sum = groups.getFirst().weights().reals();
    for (StaticGroup group : groups.subList(1, groups.size())) {
      double[][] reals = group.weights().reals();
      double factor = gain(group, neurons) / gain(groups.getFirst(), neurons);
      for (int j = 0; j < sum.length; j++) {
        for (int i = 0; i < sum[j].length; i++) {
          sum[j][i] += factor * reals[j][i];
        }
      }
    }
    return sum;
  }

  /** What exponents make of a group's weights on their way. */
  private static double gain(StaticGroup group, NeuronNumbers neurons) {
    return arriving(neurons, group.exponent()) / group.weights().scale().lsb();
  }

  /** The current that a weight of 1 becomes. */
  private static double arriving(NeuronNumbers neurons, int exponent) {
    return neurons.voltageUnit() * Math.scalb((double) SCALE, exponent);
  }

  private static int modulator(PlasticProgram plastic, ImageLayer layer) {
    Stream<Integer> gathered =
        plastic.neurons().stream()
            .flatMap(program -> program.statements().stream())
            .filter(Gather.class::isInstance)
            .map(s -> ((Gather) s).population());
    Stream<Integer> rewarding =
        plastic.reward().map(Reward::source).stream()
            .filter(Reward.Spikes.class::isInstance)
            .map(s -> ((Reward.Spikes) s).population());
    return Stream.concat(gathered, rewarding)
        .filter(population -> population != layer.to())
        .findFirst()
        .orElse(-1);
  }

  private QuantizedLayer<LoihiProgram> quantized(ImageLayer layer, LoihiProgram program) {
    return new QuantizedLayer<>(
        layer.name(),
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        layer.rule(),
        program,
        layer.arrays().stream().map(this::signed).toList());
  }

  /** Delay variables are stored without a sign. */
  private QuantizedArray signed(QuantizedArray array) {
    return switch (array.name()) {
      case LoihiProgram.DELAY, LoihiProgram.ACCUMULATOR_DELAY ->
          array.stored(1, -chip.delayOffset());
      default -> array;
    };
  }
}
