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
 * A plastic recurrent layer with modulated Hebbian terms (Miconi and others 2019; spikepropamine.md
 * 6.2): {@code x' = tanh(W_in in + b_in + (w + alpha Hebb) x)}, {@code y = W_out x' + b_out},
 * {@code M_j = fan_j tanh(w_m . x' + b_m)}; what becomes of {@code Hebb} is the mode's. The input
 * is called {@code x} outside.
 *
 * @param inputs width of the input, at least 1
 * @param units at least 1
 * @param outputs width of {@code y}, at least 1
 * @param fanOut whether every unit has a share {@code fan_j} of the modulator; else it is 1, and
 *     mode {@code PLASTIC} has no modulator at all
 * @param clip bound of the Hebbian traces, positive
 */
public record Backpropamine(
    int inputs, int units, int outputs, Mode mode, boolean fanOut, double clip)
    implements RateBlock {

  private static final String KIND = "backpropamine";

  /** How the Hebbian trace changes; clamped to the clip in all of them. */
  public enum Mode {
    /** {@code Hebb + eta x'_j x_i}. */
    PLASTIC,
    /** {@code Hebb + M_j x'_j x_i}. */
    SIMPLE,
    /** {@code Hebb + M_j e_ji}, and {@code e' = (1 - eta_e) e + eta_e x'_j x_i}. */
    RETROACTIVE;
  }

  public Backpropamine {
    Sizes.requirePositive("A plastic layer's inputs", inputs);
    Sizes.requirePositive("A plastic layer's units", units);
    Sizes.requirePositive("A plastic layer's outputs", outputs);
    Sizes.requireClip("A plastic layer's clip", clip);
    if (fanOut && mode == Mode.PLASTIC) {
      throw new IllegalArgumentException(
          "A plastic layer's fan-out (true) must be false in mode plastic, which has no"
              + " modulator.");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE.with("mode", mode).with("fan_out", fanOut).with("clip", clip);
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity in = p.input("x", inputs);
    Quantity x = p.state("x", units);
    Quantity hebb = p.state("Hebb", units, units);
    Quantity drive = AffineMap.of(p, "W_in", "b_in", units, in);
    Quantity fixed = AffineMap.onto(p, drive, "w", x);
    Quantity all = p.traceProduct(fixed, hebb, x, p.parameter("alpha", units, units));
    Quantity next = p.apply(Activation.TANH, all);
    p.next(x, next);
    switch (mode) {
      case PLASTIC ->
          p.next(hebb, p.hebbianUpdate(hebb, p.given(p.parameter("eta", 1)), next, x, clip));
      case SIMPLE -> p.next(hebb, p.hebbianUpdate(hebb, modulator(p, next), next, x, clip));
      case RETROACTIVE -> {
        Quantity e = p.state("e", units, units);
        p.next(hebb, p.gatedUpdate(hebb, modulator(p, next), e, clip));
        p.next(e, p.leakyTrace(e, p.given(p.parameter("eta_e", 1)), next, x));
      }
    }
    return p.build(AffineMap.of(p, "W_out", "b_out", outputs, next));
  }

  private Quantity modulator(ProgramBuilder p, Quantity next) {
    Quantity m = p.apply(Activation.TANH, AffineMap.of(p, "w_m", "b_m", 1, next));
    return fanOut ? AffineMap.of(p, "fan", units, m) : m;
  }

  /** Plastic layers of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new Backpropamine(
          given.columns("W_in"),
          given.rows("W_in"),
          given.rows("W_out"),
          given.constant("mode", Mode.class),
          given.flag("fan_out"),
          given.number("clip"));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(
          new Backpropamine(3, 5, 2, Mode.PLASTIC, false, 1),
          new Backpropamine(3, 4, 2, Mode.SIMPLE, true, 0.3),
          new Backpropamine(2, 4, 1, Mode.SIMPLE, false, 1),
          new Backpropamine(3, 5, 2, Mode.RETROACTIVE, false, 1),
          new Backpropamine(1, 1, 1, Mode.RETROACTIVE, true, 0.2));
    }
  }
}
