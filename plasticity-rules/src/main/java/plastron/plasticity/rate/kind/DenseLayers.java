package plastron.plasticity.rate.kind;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.rate.BlockDescription;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.BlockSettings;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.Sizes;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.ProgramBuilder;
import plastron.plasticity.rate.program.Quantity;

/**
 * Dense layers, {@code y = f_l(W_l x + b_l)} for l = 0, 1, ...; parameters {@code W0, b0, W1, ...}.
 *
 * @param inputs width of {@code x}, at least 1
 * @param layers at least one
 */
public record DenseLayers(int inputs, List<Layer> layers) implements RateBlock {

  private static final String KIND = "dense";

  /**
   * One layer.
   *
   * @param units at least 1
   */
  public record Layer(int units, Activation activation) {
    public Layer {
      Sizes.requirePositive("A dense layer's units", units);
    }
  }

  public DenseLayers {
    Sizes.requirePositive("A dense block's inputs", inputs);
    Sizes.requirePositive("A dense block's layers", layers.size());
    layers = List.copyOf(layers);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE.with("activations", activations(layers));
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity y = p.input("x", inputs);
    for (int l = 0; l < layers.size(); l++) {
      int units = layers.get(l).units();
      y = p.apply(layers.get(l).activation(), AffineMap.of(p, "W" + l, "b" + l, units, y));
    }
    return p.build(y);
  }

  /** The setting {@code activations} of some layers. */
  static List<String> activations(List<Layer> layers) {
    return layers.stream().map(layer -> layer.activation().label()).toList();
  }

  /** The layers that a description's setting {@code activations} and matrices mean. */
  static List<Layer> layers(BlockDescription given, String prefix) {
    List<Layer> layers = new ArrayList<>();
    for (String activation : given.texts("activations")) {
      String matrix = prefix + "W" + layers.size();
      layers.add(new Layer(given.rows(matrix), Activation.named(activation)));
    }
    return layers;
  }

  /** Dense layers of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new DenseLayers(given.columns("W0"), layers(given, ""));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(
          new DenseLayers(1, List.of(new Layer(1, Activation.LINEAR))),
          new DenseLayers(
              3,
              List.of(
                  new Layer(5, Activation.RELU),
                  new Layer(4, Activation.SIGMOID),
                  new Layer(6, Activation.TANH),
                  new Layer(4, Activation.SRELU),
                  new Layer(2, Activation.LINEAR))));
    }
  }
}
