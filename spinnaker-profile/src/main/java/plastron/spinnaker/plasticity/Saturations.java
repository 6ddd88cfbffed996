package plastron.spinnaker.plasticity;

/**
 * How often a layer's results left their 16 bits, by place. A snapshot.
 *
 * @param modulators neuromodulators M_j
 * @param postFactors products M_j * r_post[j] and r_post[j] * (r_post[j] - theta_j), and the goals
 *     of theta
 * @param predictions summed predictions p_j
 * @param errors post factor minus prediction
 * @param preFactors distances from the sliding threshold
 * @param eligibilities values of E
 * @param weights effective weights
 */
public record Saturations(
    long modulators,
    long postFactors,
    long predictions,
    long errors,
    long preFactors,
    long eligibilities,
    long weights) {

  /** All of them. */
  public long total() {
    return modulators + postFactors + predictions + errors + preFactors + eligibilities + weights;
  }
}
