package plastron.slayer.f64.function;

import plastron.slayer.exponential.Exp64;

/** Loops that say what is computed. */
final class PlainFunctions64 implements Functions64 {

  @Override
  public void tanh(double[] out, double[] in) {
    tanh(0, out, in);
  }

  /** The same for entry {@code start} and all behind it. */
  static void tanh(int start, double[] out, double[] in) {
    for (int i = start; i < out.length; i++) {
      double m = Exp64.expMinusOne(Math.abs(in[i]) * -2);
      double size = (0 - m) / (m + 2);
      out[i] = in[i] < 0 ? -size : size;
    }
  }

  @Override
  public void sigmoid(double[] out, double[] in) {
    sigmoid(0, out, in);
  }

  /** The same for entry {@code start} and all behind it. */
  static void sigmoid(int start, double[] out, double[] in) {
    for (int i = start; i < out.length; i++) {
      double e = Exp64.exp(-Math.abs(in[i]));
      out[i] = (in[i] >= 0 ? 1 : e) / (e + 1);
    }
  }
}
