package plastron.slayer.reference;

/** A number with its derivative, and what it was made from. */
final class Var {

  final double value;
  double adjoint;
  private final Var[] parts;
  private final double[] slopes;

  Var(double value, Var[] parts, double[] slopes) {
    this.value = value;
    this.parts = parts;
    this.slopes = slopes;
  }

  void passOn() {
    for (int k = 0; k < parts.length; k++) {
      parts[k].adjoint += adjoint * slopes[k];
    }
  }
}
