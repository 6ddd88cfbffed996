package plastron.plasticity.expr;

/**
 * The shape of a symbol: which neurons it has one value for. Arrays are stored as rows by {@link
 * #from()} of columns by {@link #to()}, so a synapse-shaped array is {@code [nPre][nPost]} and a
 * vector is a single row.
 */
public enum Axis {
  /** One number per layer. */
  GLOBAL(Dimension.ONE, Dimension.ONE),
  /** One number per presynaptic neuron. */
  PRE(Dimension.ONE, Dimension.PRE),
  /** One number per postsynaptic neuron. */
  POST(Dimension.ONE, Dimension.POST),
  /** One number per synapse. */
  SYNAPSE(Dimension.PRE, Dimension.POST),
  /**
   * Square over the postsynaptic neurons, {@code [from][to]}; stands only inside a {@link
   * Expr.Dot}.
   */
  POST_POST(Dimension.POST, Dimension.POST),
  /** One number per neuron of the modulating layer; stands only inside a {@link Expr.Dot}. */
  MODULATOR(Dimension.ONE, Dimension.MODULATOR),
  /**
   * From the modulating layer to the postsynaptic neurons; stands only inside a {@link Expr.Dot}.
   */
  MODULATOR_POST(Dimension.MODULATOR, Dimension.POST);

  private final Dimension from;
  private final Dimension to;

  Axis(Dimension from, Dimension to) {
    this.from = from;
    this.to = to;
  }

  /** What rows are counted by. */
  public Dimension from() {
    return from;
  }

  /** What columns are counted by. */
  public Dimension to() {
    return to;
  }

  /** Whether this is a matrix (more than a single row). */
  public boolean isMatrix() {
    return from != Dimension.ONE;
  }

  /** Whether a value on this axis may stand in sums and products. */
  public boolean isPolynomial() {
    return this == GLOBAL || this == PRE || this == POST || this == SYNAPSE;
  }

  /**
   * The axis of a sum or product of values on this axis and the other: GLOBAL is neutral, PRE with
   * POST gives SYNAPSE.
   *
   * @throws IllegalArgumentException if either side may stand only inside a {@link Expr.Dot}
   */
  public Axis union(Axis other) {
    if (!isPolynomial() || !other.isPolynomial()) {
      throw new IllegalArgumentException(
          "Axes (%s, %s) cannot be combined: a %s value stands only inside a matrix-vector product."
              .formatted(this, other, isPolynomial() ? other : this));
    }
    if (this == GLOBAL || this == other) {
      return other;
    }
    return other == GLOBAL ? this : SYNAPSE;
  }

  /**
   * The axis of the product of a matrix on this axis and a vector on the other.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public Axis dot(Axis vector) {
    if (!isMatrix() || vector.isMatrix() || vector.to != from) {
      throw new IllegalArgumentException(
          "A matrix-vector product of (%s, %s) does not fit: expected SYNAPSE with PRE, POST_POST with POST or MODULATOR_POST with MODULATOR."
              .formatted(this, vector));
    }
    return POST;
  }
}
