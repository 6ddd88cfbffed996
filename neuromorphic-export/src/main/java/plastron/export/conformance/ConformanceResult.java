package plastron.export.conformance;

/**
 * What a comparison with one reference file gave.
 *
 * @param cases number of cases in the file, at least 1
 * @param compared how many numbers were compared
 * @param mismatches how many of them lie outside the tolerance of their kind (0 means passed)
 * @param largestDeviation the largest deviation met, in the kind's own measure (relative for
 *     floating-point kinds, absolute for integers), 0 when everything agrees exactly
 * @param worst where the largest deviation was met, such as {@code case b2l_basic, v at step 12,
 *     neuron 3}; empty when everything agrees exactly
 */
public record ConformanceResult(
    int cases, long compared, long mismatches, double largestDeviation, String worst) {

  /** Whether every number lies within the tolerance. */
  public boolean passed() {
    return mismatches == 0;
  }
}
