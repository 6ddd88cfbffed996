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
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers and others
 * 2000): {@code i, f, o = sig(W_. x + U_. h + b_.)}, {@code g = tanh(W_g x + U_g h + b_g)}, {@code
 * c' = f c + i g}, {@code h' = o tanh(c')}, {@code y = h'}. The forget gate has no offset.
 *
 * @param inputs width of {@code x}, at least 1
 * @param units at least 1
 */
public record Lstm(int inputs, int units) implements RateBlock {

  private static final String KIND = "lstm";

  public Lstm {
    Sizes.requirePositive("An LSTM's inputs", inputs);
    Sizes.requirePositive("An LSTM's units", units);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE;
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity x = p.input("x", inputs);
    Quantity h = p.state("h", units);
    Quantity c = p.state("c", units);
    Quantity i = CellGate.of(p, Activation.SIGMOID, "i", x, h);
    Quantity f = CellGate.of(p, Activation.SIGMOID, "f", x, h);
    Quantity g = CellGate.of(p, Activation.TANH, "g", x, h);
    Quantity o = CellGate.of(p, Activation.SIGMOID, "o", x, h);
    return p.build(CellGate.remember(p, h, c, i, f, o, g));
  }

  /** LSTMs of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new Lstm(given.columns("W_i"), given.rows("W_i"));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(new Lstm(3, 5), new Lstm(2, 1));
    }
  }
}
