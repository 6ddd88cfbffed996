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
 * Gated recurrent units as the NMN has them (Vecoven and others 2020; neuromodulation-systems.md
 * 1.2): {@code u, r = sig(W_. x + U_. h + b_.)}, {@code cand = tanh(W_c x + r (U_c h))}, {@code h'
 * = (1 - u) cand + u h}, {@code y = h'}. The candidate has no bias, and {@code r} multiplies {@code
 * U_c h}.
 *
 * @param inputs width of {@code x}, at least 1
 * @param units at least 1
 */
public record Gru(int inputs, int units) implements RateBlock {

  private static final String KIND = "gru";

  public Gru {
    Sizes.requirePositive("A GRU's inputs", inputs);
    Sizes.requirePositive("A GRU's units", units);
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
    return p.build(cell(p, p.input("x", inputs), units, ""));
  }

  /**
   * Such a cell as a part of another block.
   *
   * @param suffix of the names of its parameters and its state
   * @return {@code h'}
   */
  static Quantity cell(ProgramBuilder p, Quantity x, int units, String suffix) {
    Quantity h = p.state("h" + suffix, units);
    Quantity u = CellGate.of(p, Activation.SIGMOID, "u" + suffix, x, h);
    Quantity r = CellGate.of(p, Activation.SIGMOID, "r" + suffix, x, h);
    Quantity fromInput = AffineMap.of(p, "W_c" + suffix, units, x);
    Quantity fromState = AffineMap.of(p, "U_c" + suffix, units, h);
    Quantity candidate = p.apply(Activation.TANH, p.sum(fromInput, p.product(r, fromState)));
    Quantity kept = p.product(u, p.combination(1, h, -1, candidate));
    Quantity next = p.sum(candidate, kept);
    p.next(h, next);
    return next;
  }

  /** GRUs of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new Gru(given.columns("W_u"), given.rows("W_u"));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(new Gru(3, 5), new Gru(1, 1), new Gru(4, 19));
    }
  }
}
