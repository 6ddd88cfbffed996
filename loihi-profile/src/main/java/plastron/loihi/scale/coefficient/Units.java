package plastron.loihi.scale.coefficient;

import plastron.loihi.rule.Variable;

/**
 * What 1 of each operand stands for in one group of synapses, in the rule's units.
 *
 * @param x1 of the fast pre trace
 * @param x2 of the slow pre trace
 * @param y of y1
 * @param factor of y2 and y3
 * @param tag of the tag, 1 if the group has none
 * @param delay of the delay variable
 */
public record Units(double x1, double x2, double y, double factor, double tag, double delay) {

  public Units withTag(double unit) {
    return new Units(x1, x2, y, factor, unit, delay);
  }

  public Units withDelay(double unit) {
    return new Units(x1, x2, y, factor, tag, unit);
  }

  public Units withSlow(double unit) {
    return new Units(x1, unit, y, factor, tag, delay);
  }

  double of(Variable variable) {
    return switch (variable) {
      case X1 -> x1;
      case X2 -> x2;
      case Y1 -> y;
      case Y2, Y3 -> factor;
      case T -> tag;
      case D -> delay;
      case X0, Y0, W -> 1;
    };
  }
}
