package plastron.plasticity.rate.kind;

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
 * A plain recurrent layer, {@code h' = f(W x + U h + b)}, {@code y = h'}.
 *
 * @param inputs width of {@code x}, at least 1
 * @param units at least 1
 */
public record Rnn(int inputs, int units, Activation activation) implements RateBlock {

  private static final String KIND = "rnn";

  public Rnn {
    Sizes.requirePositive("A recurrent layer's inputs", inputs);
    Sizes.requirePositive("A recurrent layer's units", units);
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
    Quantity h = p.state("h", units);
    Quantity drive = AffineMap.of(p, "W", "b", units, x);
    Quantity sum = AffineMap.onto(p, drive, "U", h);
    Quantity next = p.apply(activation, sum);
    p.next(h, next);
    return p.build(next);
  }

  /** Plain recurrent layers of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new Rnn(
          given.columns("W"), given.rows("W"), Activation.named(given.text("activation")));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(
          new Rnn(3, 5, Activation.TANH),
          new Rnn(2, 1, Activation.LINEAR),
          new Rnn(1, 4, Activation.RELU));
    }
  }
}
