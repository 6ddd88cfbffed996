package plastron.plasticity.rate.kind;

import java.util.List;
import plastron.plasticity.rate.BlockDescription;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.BlockSettings;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.Sizes;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.ProgramBuilder;
import plastron.plasticity.rate.program.Quantity;

/**
 * A layer whose slopes and biases are modulated (Vecoven and others 2020, in the form of its code;
 * neuromodulation-systems.md 1.1): {@code y = f((W x) (1 + A_s z) + b + A_b z)}. Both {@code x} and
 * {@code z} are inputs.
 *
 * @param inputs width of {@code x}, at least 1
 * @param modulators width of {@code z}, at least 1
 * @param units at least 1
 */
public record NmnLayer(int inputs, int modulators, int units, Activation activation)
    implements RateBlock {

  private static final String KIND = "nmn_layer";

  public NmnLayer {
    Sizes.requirePositive("A modulated layer's inputs", inputs);
    Sizes.requirePositive("A modulated layer's modulators", modulators);
    Sizes.requirePositive("A modulated layer's units", units);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE.with("activation", activation);
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity x = p.input("x", inputs);
    Quantity z = p.input("z", modulators);
    return p.build(layer(p, x, z, units, activation, ""));
  }

  /**
   * Such a layer as a part of another block.
   *
   * @param suffix of the names of its parameters
   */
  static Quantity layer(
      ProgramBuilder p, Quantity x, Quantity z, int units, Activation activation, String suffix) {
    Quantity plain = AffineMap.of(p, "W" + suffix, units, x);
    Quantity slope = AffineMap.of(p, "A_s" + suffix, units, z);
    Quantity scaled = p.product(plain, p.shifted(1, slope, 1));
    Parameter bias = p.parameter("b" + suffix, units);
    Quantity sum = p.affine(scaled, p.matrix("A_b" + suffix, units, z.columns()), z, bias);
    return p.apply(activation, sum);
  }

  /** Modulated layers of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new NmnLayer(
          given.columns("W"),
          given.columns("A_s"),
          given.rows("W"),
          Activation.named(given.text("activation")));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(
          new NmnLayer(4, 3, 5, Activation.SRELU), new NmnLayer(1, 1, 1, Activation.LINEAR));
    }
  }
}
