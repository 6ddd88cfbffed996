package plastron.spinnaker.plasticity;

/** What E loses in an interval. */
public enum TraceLoss {
  /** The same share everywhere: {@code E * (65536 - eta)}. */
  CONSTANT,

  /**
   * A share that grows with the square of the post rate, as in Oja's rule of 1982 (our arithmetic,
   * not in the reference data): {@code E * (65536 - l_j)} with {@code l_j = rn(eta * r_post[j] *
   * r_post[j], 30)}; a loss above 65536 turns E's sign, as the rule has it.
   */
  POST_SQUARE
}
