package plastron.plasticity.rate.kind;

import java.util.List;
import plastron.core.ledger.Departure;
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
 * A recurrent layer of low rank whose components are scaled by a modulating layer, the NM-RNN
 * (Costacurta and others 2024; neuromodulation-systems.md 3.1): {@code z' = (1 - 1/tau_z) z +
 * (1/tau_z) (W_z tanh(z) + B_z u)}, {@code s = sig(A z' + b)}, {@code x' = (1 - 1/tau_x) x +
 * (1/tau_x) (Q diag(s) V^T tanh(x) + B_x u)}, {@code y = C x' + d}.
 *
 * @param inputs width of {@code u}, at least 1
 * @param units N, at least 1
 * @param rank R, at least 1
 * @param modulators units of {@code z}, at least 1
 * @param outputs width of {@code y}, at least 1
 * @param tauX time constant in steps, at least 1
 * @param tauZ time constant in steps, at least 1
 * @param orthonormal whether {@code Q} is the Q of the QR factorisation of {@code U} with a
 *     positive diagonal of R, which needs a rank of at most N; else it is {@code U}
 */
@Departure(
    from = "PyTorch programs of rate networks",
    manner = Departure.Manner.FOLLOWED,
    what =
        "An orthonormal factor has the signs of Gram-Schmidt (positive diagonal); a "
            + "factorisation by reflections may turn columns round.",
    reason = "The sources leave it open; the vectors hold it.",
    test = "RateBlockKindTest.aBlockIsTheOtherProgramsBlock")
public record NmRnn(
    int inputs,
    int units,
    int rank,
    int modulators,
    int outputs,
    double tauX,
    double tauZ,
    boolean orthonormal)
    implements RateBlock {

  private static final String KIND = "nm_rnn";

  public NmRnn {
    Sizes.requirePositive("An NM-RNN's inputs", inputs);
    Sizes.requirePositive("An NM-RNN's units", units);
    Sizes.requirePositive("An NM-RNN's rank", rank);
    Sizes.requirePositive("An NM-RNN's modulators", modulators);
    Sizes.requirePositive("An NM-RNN's outputs", outputs);
    Sizes.requireTimeConstant("An NM-RNN's tau of x", tauX);
    Sizes.requireTimeConstant("An NM-RNN's tau of z", tauZ);
    if (orthonormal && rank > units) {
      throw new IllegalArgumentException(
          "An orthonormal NM-RNN's rank (%d) must be at most its %d units.".formatted(rank, units));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE
        .with("tau_x", tauX)
        .with("tau_z", tauZ)
        .with("orthonormal", orthonormal);
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity u = p.input("u", inputs);
    Quantity x = p.state("x", units);
    Quantity z = p.state("z", modulators);
    Quantity fromInput = AffineMap.of(p, "B_z", modulators, u);
    Matrix among = p.matrix("W_z", modulators, modulators);
    Quantity modulating = p.affine(fromInput, among, p.apply(Activation.TANH, z));
    Quantity nextZ = LowRankRnn.leaky(p, z, modulating, tauZ);
    Quantity s = p.apply(Activation.SIGMOID, AffineMap.of(p, "A", "b", rank, nextZ));
    Matrix q = orthonormal ? p.orthonormal("U", units, rank) : p.matrix("U", units, rank);
    Quantity drive = p.affine(q, p.product(s, LowRankRnn.latent(p, x, rank)));
    return p.build(LowRankRnn.read(p, x, drive, u, outputs, tauX));
  }

  /** NM-RNNs of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new NmRnn(
          given.columns("B_x"),
          given.rows("U"),
          given.columns("U"),
          given.rows("W_z"),
          given.rows("C"),
          given.number("tau_x"),
          given.number("tau_z"),
          given.flag("orthonormal"));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(
          new NmRnn(3, 7, 2, 3, 2, 2, 4, true),
          new NmRnn(2, 4, 4, 2, 1, 3, 5, true),
          new NmRnn(2, 4, 5, 1, 1, 3, 5, false),
          new NmRnn(1, 1, 1, 1, 1, 1, 1, true));
    }
  }
}
