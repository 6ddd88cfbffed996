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
 * An LSTM whose candidate has plastic recurrent weights with a modulated Hebbian term (Mei and
 * others 2023; neuromodulation-systems.md 2.3): gates as in {@link Lstm}, {@code g = tanh(W_g x +
 * b_g + (w + alpha Hebb) h)}, {@code c' = f c + i g}, {@code h' = o tanh(c')}, {@code y = h'},
 * {@code M_j = fan_j tanh(w_m . h')}, {@code Hebb'_ji = clamp(Hebb_ji + M_j g_j h_i, -clip, clip)}.
 *
 * @param inputs width of {@code x}, at least 1
 * @param units at least 1
 * @param clip bound of the Hebbian traces, positive
 */
public record PlasticLstm(int inputs, int units, Alpha alpha, double clip) implements RateBlock {

  private static final String KIND = "plastic_lstm";

  /** What has a share of plasticity of its own. */
  public enum Alpha {
    /** Every synapse. */
    SYNAPSE,
    /** Every post-synaptic unit. */
    POST;
  }

  public PlasticLstm {
    Sizes.requirePositive("A plastic LSTM's inputs", inputs);
    Sizes.requirePositive("A plastic LSTM's units", units);
    Sizes.requireClip("A plastic LSTM's clip", clip);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public BlockSettings settings() {
    return BlockSettings.NONE.with("alpha", alpha).with("clip", clip);
  }

  @Override
  public BlockProgram program() {
    ProgramBuilder p = new ProgramBuilder();
    Quantity x = p.input("x", inputs);
    Quantity h = p.state("h", units);
    Quantity c = p.state("c", units);
    Quantity hebb = p.state("Hebb", units, units);
    Quantity i = CellGate.of(p, Activation.SIGMOID, "i", x, h);
    Quantity f = CellGate.of(p, Activation.SIGMOID, "f", x, h);
    Quantity o = CellGate.of(p, Activation.SIGMOID, "o", x, h);
    Quantity drive = AffineMap.of(p, "W_g", "b_g", units, x);
    Quantity fixed = AffineMap.onto(p, drive, "w", h);
    Quantity all =
        switch (alpha) {
          case SYNAPSE -> p.traceProduct(fixed, hebb, h, p.parameter("alpha", units, units));
          case POST ->
              p.sum(
                  fixed,
                  p.product(
                      p.given(p.parameter("alpha", units)), p.traceProduct(null, hebb, h, null)));
        };
    Quantity g = p.apply(Activation.TANH, all);
    Quantity nextH = CellGate.remember(p, h, c, i, f, o, g);
    Quantity signal = p.apply(Activation.TANH, AffineMap.of(p, "w_m", 1, nextH));
    Quantity modulator = AffineMap.of(p, "fan", units, signal);
    p.next(hebb, p.hebbianUpdate(hebb, modulator, g, h, clip));
    return p.build(nextH);
  }

  /** Plastic LSTMs of all sizes. */
  public static final class Kind implements BlockKind {
    @Override
    public String name() {
      return KIND;
    }

    @Override
    public RateBlock of(BlockDescription given) {
      return new PlasticLstm(
          given.columns("W_i"),
          given.rows("W_i"),
          given.constant("alpha", Alpha.class),
          given.number("clip"));
    }

    @Override
    public List<RateBlock> examples() {
      return List.of(
          new PlasticLstm(3, 4, Alpha.SYNAPSE, 2),
          new PlasticLstm(2, 5, Alpha.POST, 0.3),
          new PlasticLstm(1, 1, Alpha.SYNAPSE, Double.POSITIVE_INFINITY));
    }
  }
}
