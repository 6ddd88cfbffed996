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
    return p.apply(activation, p.affine(drive, p.matrix("U_" + name, units, units), h));
  }

  /** {@code o tanh(c)}, what an LSTM cell shows of its state. */
  static Quantity shown(ProgramBuilder p, Quantity o, Quantity c) {
    return p.product(o, p.apply(Activation.TANH, c));
  }
}
