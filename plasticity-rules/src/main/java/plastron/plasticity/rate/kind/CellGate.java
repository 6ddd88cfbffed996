package plastron.plasticity.rate.kind;

import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.ProgramBuilder;
import plastron.plasticity.rate.program.Quantity;

/** What the gates of gated cells have in common. */
final class CellGate {

  private CellGate() {}

  /** {@code f(W_name x + U_name h + b_name)}, as many units as {@code h} has. */
  static Quantity of(ProgramBuilder p, Activation activation, String name, Quantity x, Quantity h) {
    int units = h.columns();
    Parameter bias = p.parameter("b_" + name, units);
    Quantity drive = p.affine(p.matrix("W_" + name, units, x.columns()), x, bias);
    return p.apply(activation, AffineMap.onto(p, drive, "U_" + name, h));
  }

  /**
   * The next states of long short-term memory, {@code c' = f c + i g} and {@code h' = o tanh(c')}.
   *
   * @return {@code h'}
   */
  static Quantity remember(
      ProgramBuilder p, Quantity h, Quantity c, Quantity i, Quantity f, Quantity o, Quantity g) {
    Quantity nextC = p.sum(p.product(f, c), p.product(i, g));
    Quantity nextH = p.product(o, p.apply(Activation.TANH, nextC));
    p.next(h, nextH);
    p.next(c, nextC);
    return nextH;
  }
}
