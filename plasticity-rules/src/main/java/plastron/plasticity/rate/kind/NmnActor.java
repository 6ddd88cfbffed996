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
 * The actor of an NMN (Vecoven and others 2020; neuromodulation-systems.md 1.2): {@link Gru}s on
 * the input {@code context}, {@code z = relu(W_z h' + b_z)}, {@link NmnLayer}s with sReLU on the
 * input {@code x}, and two modulated linear heads; {@code y = [mean, logvar + offset]}. Parameters
 * of the second GRU end in {@code _2} and so on; those of hidden layers in {@code _1}, {@code _2},
 * ...
 *
 * @param context width of that input, at least 1
 * @param inputs width of {@code x}, at least 1
 * @param recurrent units of each GRU, at least one GRU
 * @param modulators width of {@code z}, at least 1
 * @param hidden units of each hidden layer; may be empty
 * @param actions half the width of {@code y}, at least 1
 * @param logvarOffset finite
 */
public record NmnActor(
    int context,
    int inputs,
    List<Integer> recurrent,
    int modulators,
    List<Integer> hidden,
    int actions,
    double logvarOffset)
    implements RateBlock {

  private static final String KIND = "nmn_actor";

  public NmnActor {
    Sizes.requirePositive("An NMN actor's context", context);
    Sizes.requirePositive("An NMN actor's inputs", inputs);
    Sizes.requirePositive("An NMN actor's GRUs", recurrent.size());
    recurrent.forEach(units -> Sizes.requirePositive("An NMN actor's recurrent units", units));
    Sizes.requirePositive("An NMN actor's modulators", modulators);
    hidden.forEach(units -> Sizes.requirePositive("An NMN actor's hidden units", units));
    Sizes.requirePositive("An NMN actor's actions", actions);
    if (!Double.isFinite(logvarOffset)) {
      throw new IllegalArgumentException(
          "An NMN actor's offset of log-variances (%s) must be finite.".formatted(logvarOffset));
    }
    recurrent = List.copyOf(recurrent);
    hidden = List.copyOf(hidden);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE.with("logvar_offset", logvarOffset);
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity h = p.input("context", context);
    Quantity a = p.input("x", inputs);
    for (int r = 0; r < recurrent.size(); r++) {
      h = Gru.cell(p, h, recurrent.get(r), r == 0 ? "" : "_" + (r + 1));
    }
    Quantity z = p.apply(Activation.RELU, AffineMap.of(p, "W_z", "b_z", modulators, h));
    for (int l = 0; l < hidden.size(); l++) {
      a = NmnLayer.layer(p, a, z, hidden.get(l), Activation.SRELU, "_" + (l + 1));
    }
    Quantity mean = NmnLayer.layer(p, a, z, actions, Activation.LINEAR, "_mean");
    Quantity logvar = NmnLayer.layer(p, a, z, actions, Activation.LINEAR, "_logvar");
    return p.build(p.concatenation(mean, p.shifted(1, logvar, logvarOffset)));
  }

  /** NMN actors of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      List<Integer> recurrent = new ArrayList<>(List.of(given.rows("U_u")));
      while (given.hasParameter("U_u_" + (recurrent.size() + 1))) {
        recurrent.add(given.rows("U_u_" + (recurrent.size() + 1)));
      }
      List<Integer> hidden = new ArrayList<>();
      while (given.hasParameter("W_" + (hidden.size() + 1))) {
        hidden.add(given.rows("W_" + (hidden.size() + 1)));
      }
      return new NmnActor(
          given.columns("W_u"),
          given.columns(hidden.isEmpty() ? "W_mean" : "W_1"),
          recurrent,
          given.rows("W_z"),
          hidden,
          given.rows("W_mean"),
          given.number("logvar_offset"));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(
          new NmnActor(5, 3, List.of(6), 4, List.of(5), 2, -1),
          new NmnActor(2, 1, List.of(3), 2, List.of(), 1, -1),
          new NmnActor(3, 2, List.of(4, 3), 3, List.of(4, 3), 1, 0));
    }
  }
}
