package plastron.spinnaker.program;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.predict.ComputedMembrane;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedPathway;
import plastron.export.stage.QuantizedLayer;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;
import plastron.spinnaker.emulator.LifConstants;
import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.UnsignedFract;

/**
 * Reads an image back as the network that it computes: {@code I += x init}, {@code v = a - e (a -
 * v)} with {@code a = R I} in the units of the model.
 */
public final class ImageDecoder {

  private static final double LARGEST = Integer.MAX_VALUE;

  /** Rows act in the step after their spike. */
  private static final int LATENCY = 1;

  private ImageDecoder() {}

  /**
   * The network.
   *
   * @throws plastron.export.image.BrokenImageException if something is missing or out of its range
   */
  public static ComputedNetwork decode(ChipImage image) {
    List<LoadedLayer> layers = ImageReader.read(image);
    return new ComputedNetwork(
        image.updateInterval(),
        image.sizes(),
        IntStream.range(0, image.populations().size())
            .mapToObj(
                p ->
                    IntStream.range(0, layers.size())
                        .filter(l -> layers.get(l).to() == p)
                        .mapToObj(l -> membrane(layers.get(l), image.layers().get(l)))
                        .findFirst())
            .toList(),
        IntStream.range(0, layers.size())
            .mapToObj(l -> pathway(layers.get(l), image.layers().get(l), image.updateInterval()))
            .toList(),
        List.copyOf(image.signals().keySet()));
  }

  private static ComputedMembrane membrane(LoadedLayer layer, ImageLayer stored) {
    LifConstants constants = LifConstants.of(layer.neuron());
    double decay = Accum.toDouble(constants.expTc());
    double voltage = stored.real("voltage_lsb");
    // What one last bit of a current adds to the potential.
    double current = (1 - decay) * Accum.toDouble(constants.rMembrane()) * voltage;
    return new ComputedMembrane(
        UnsignedFract.toDouble(constants.decayExc()),
        decay,
        Math.scalb(UnsignedFract.toDouble(constants.initExc()), layer.ringShift())
            * current
            / layer.weightStep(),
        layer.neuron().vThresh() * voltage,
        layer.neuron().iOffset() * current,
        constants.refractSteps(),
        grid(current),
        grid(voltage));
  }

  private static Grid grid(double step) {
    return new Grid(step, -step * LARGEST, step * LARGEST, Rounding.DOWN);
  }

  private static ComputedPathway pathway(LoadedLayer layer, ImageLayer stored, int interval) {
    Optional<SpinnakerProgram.Plastic> plastic =
        layer.learning().map(LoadedLayer.Learning::program);
    return new ComputedPathway(
        layer.name(),
        layer.from(),
        layer.to(),
        plastic.map(SpinnakerProgram.Plastic::modulator).orElse(-1),
        Arrays.stream(layer.weights())
            .map(row -> Arrays.stream(row).mapToDouble(w -> w * layer.weightStep()).toArray())
            .toArray(double[][]::new),
        1,
        1,
        LATENCY,
        plastic.map(p -> RuleDecoder.decode(quantized(layer, stored, p, interval), p)),
        ComputedPathway.NO_BOUND);
  }

  private static QuantizedLayer<SpinnakerProgram> quantized(
      LoadedLayer layer, ImageLayer stored, SpinnakerProgram.Plastic plastic, int interval) {
    return new QuantizedLayer<>(
        layer.name(),
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        stored.rule(),
        new SpinnakerProgram(
            layer.neuron(),
            layer.ringShift(),
            Optional.of(plastic),
            new SpinnakerProgram.Units(
                layer.weightStep(),
                stored.real("voltage_lsb"),
                stored.real("current_lsb"),
                stored.real("trace_lsb"),
                stored.real("rate_lsb")),
            0,
            interval),
        stored.arrays());
  }
}
