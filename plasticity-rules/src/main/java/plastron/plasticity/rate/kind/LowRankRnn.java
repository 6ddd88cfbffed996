package plastron.plasticity.rate.kind;

import java.util.List;
import plastron.plasticity.rate.BlockDescription;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.BlockSettings;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.Sizes;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Matrix;
import plastron.plasticity.rate.program.ProgramBuilder;
import plastron.plasticity.rate.program.Quantity;

/**
 * A recurrent layer of low rank (the baseline of Costacurta and others 2024;
 * neuromodulation-systems 3.1): {@code x' = (1 - 1/tau_x) x + (1/tau_x) ((1/N) U V^T tanh(x) + B_x
 * u)}, {@code y = C x' + d}. {@code U} and {@code V} are {@code N x R}.
 *
 * @param inputs width of {@code u}, at least 1
 * @param units N, at least 1
 * @param rank R, at least 1
 * @param outputs width of {@code y}, at least 1
 * @param tau time constant in steps, at least 1
 */
public record LowRankRnn(int inputs, int units, int rank, int outputs, double tau)
    implements RateBlock {

  private static final String KIND = "low_rank_rnn";

  public LowRankRnn {
    Sizes.requirePositive("A low-rank layer's inputs", inputs);
    Sizes.requirePositive("A low-rank layer's units", units);
    Sizes.requirePositive("A low-rank layer's rank", rank);
    Sizes.requirePositive("A low-rank layer's outputs", outputs);
    Sizes.requireTimeConstant("A low-rank layer's tau", tau);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE.with("tau_x", tau);
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity u = p.input("u", inputs);
    Quantity x = p.state("x", units);
    Matrix left = p.matrix("U", units, rank);
    Quantity latent = latent(p, x, rank);
    Quantity drive = p.shifted(1.0 / units, p.affine(left, latent), 0);
    return p.build(read(p, x, drive, u, outputs, tau));
  }

  /** {@code V^T tanh(x)}. */
  static Quantity latent(ProgramBuilder p, Quantity x, int rank) {
    Matrix right = p.matrix("V", x.columns(), rank).transpose();
    return p.affine(right, p.apply(Activation.TANH, x));
  }

  /** {@code C x' + d} with {@code x' = (1 - 1/tau) x + (1/tau) (drive + B_x u)}. */
  static Quantity read(
      ProgramBuilder p, Quantity x, Quantity drive, Quantity u, int outputs, double tau) {
    Quantity input = AffineMap.of(p, "B_x", x.columns(), u);
    Quantity next = leaky(p, x, p.sum(drive, input), tau);
    return AffineMap.of(p, "C", "d", outputs, next);
  }

  /** {@code (1 - 1/tau) x + (1/tau) drive}, the state's next value. */
  static Quantity leaky(ProgramBuilder p, Quantity x, Quantity drive, double tau) {
    Quantity next = p.combination(1 - 1 / tau, x, 1 / tau, drive);
    p.next(x, next);
    return next;
  }

  /** Low-rank layers of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new LowRankRnn(
          given.columns("B_x"),
          given.rows("U"),
          given.columns("U"),
          given.rows("C"),
          given.number("tau_x"));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(new LowRankRnn(3, 7, 2, 2, 3), new LowRankRnn(1, 1, 1, 1, 1));
    }
  }
}
