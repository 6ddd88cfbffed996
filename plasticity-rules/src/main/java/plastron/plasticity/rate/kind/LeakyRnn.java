package plastron.plasticity.rate.kind;

import java.util.List;
import plastron.plasticity.rate.BlockDescription;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.BlockSettings;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.Sizes;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Credit;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.ProgramBuilder;
import plastron.plasticity.rate.program.Quantity;

/**
 * Leaky recurrent units (Liu and others 2022; neuromodulation-systems.md 4.1): {@code k = exp(-1 /
 * tau)}, {@code v' = k v + (1 - k) (W_in x + W z)}, {@code z' = max(0, v' - threshold)}, {@code y =
 * W_out z' + b_out}.
 *
 * @param inputs width of {@code x}, at least 1
 * @param units at least 1
 * @param outputs width of {@code y}, at least 1
 * @param tau time constant in steps, positive and finite
 * @param threshold finite
 * @param credit how {@code W} and {@code W_in} get their gradients; those of {@code W_out} and
 *     {@code b_out} are always exact, and where credit is not, initial states get no more than what
 *     leads through the leak
 */
public record LeakyRnn(
    int inputs, int units, int outputs, double tau, double threshold, Credit credit)
    implements RateBlock {

  private static final String KIND = "leaky_rnn";

  public LeakyRnn {
    Sizes.requirePositive("A leaky recurrent layer's inputs", inputs);
    Sizes.requirePositive("A leaky recurrent layer's units", units);
    Sizes.requirePositive("A leaky recurrent layer's outputs", outputs);
    if (!(tau > 0) || Double.isInfinite(tau)) {
      throw new IllegalArgumentException(
          "A leaky recurrent layer's tau (%s steps) must be positive and finite.".formatted(tau));
    }
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException(
          "A leaky recurrent layer's threshold (%s) must be finite.".formatted(threshold));
    }
    if (credit instanceof Credit.ModProp given
        && !given.types().isEmpty()
        && given.types().size() != units) {
      throw new IllegalArgumentException(
          "ModProp's types (%d) must be one for every one of the %d units."
              .formatted(given.types().size(), units));
    }
  }

  /** The same units, credited otherwise. */
  public LeakyRnn with(Credit other) {
    return new LeakyRnn(inputs, units, outputs, tau, threshold, other);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    BlockSettings settings =
        BlockSettings.NONE
            .with("tau", tau)
            .with("threshold", threshold)
            .with("credit", List.of(credit.label()));
    return credit instanceof Credit.ModProp given
        ? settings
            .with("mu", given.mu())
            .with("types", given.types().stream().map(type -> Integer.toString(type)).toList())
            .with("taps", given.taps())
        : settings;
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity x = p.input("x", inputs);
    Quantity v = p.state("v", units);
    Quantity z = p.state("z", units);
    Quantity drive = AffineMap.of(p, "W_in", units, x);
    Parameter weights = p.parameter("W", units, units);
    Quantity next = p.leakyUnits(drive, v, z, weights, Math.exp(-1 / tau), threshold, credit);
    return p.build(AffineMap.of(p, "W_out", "b_out", outputs, next));
  }

  /** Leaky recurrent layers of all sizes, credited exactly where nothing is said. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new LeakyRnn(
          given.columns("W_in"),
          given.rows("W_in"),
          given.rows("W_out"),
          given.number("tau"),
          given.number("threshold"),
          credit(given));
    }

    private static Credit credit(BlockDescription given) {
      String name = given.hasSetting("credit") ? given.text("credit") : "exact";
      return switch (name) {
        case "exact" -> new Credit.Exact();
        case "eprop" -> new Credit.Eprop();
        case "mdgl" -> new Credit.Mdgl();
        case "modprop" ->
            new Credit.ModProp(
                given.number("mu"),
                given.texts("types").stream().map(Integer::valueOf).toList(),
                (int) given.number("taps"));
        default ->
            throw new IllegalArgumentException(
                "A leaky recurrent layer's credit (%s) must be exact, eprop, mdgl or modprop."
                    .formatted(name));
      };
    }

    @Override
    public List<RateBlock> examples() {
      LeakyRnn exact = new LeakyRnn(3, 6, 2, 4, -0.1, new Credit.Exact());
      List<Integer> types = List.of(0, 0, 1, 0, 1, 1);
      return List.of(
          exact,
          new LeakyRnn(1, 1, 1, 0.5, 0, new Credit.Exact()),
          exact.with(new Credit.Eprop()),
          exact.with(new Credit.Mdgl()),
          exact.with(new Credit.ModProp(0.25, List.of(), 0)),
          exact.with(new Credit.ModProp(0.25, types, 0)),
          exact.with(new Credit.ModProp(0.25, types, 3)));
    }
  }
}
