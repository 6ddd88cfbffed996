package plastron.export.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import plastron.export.contract.ContractResult.Excuse;

/**
 * How a chip keeps its contract over many models.
 *
 * @param chip its name
 * @param roundsAtRandom whether the chip does
 * @param results one a model
 */
public record ContractSummary(String chip, boolean roundsAtRandom, List<ContractResult> results) {

  /**
   * One statement in every such number that is begun may be broken: any where a chip rounds at
   * random, elsewhere only by an input beyond all of calibration that the chip counts.
   */
  public static final int ONE_IN = 1000;

  /** The median of stated over measured errors of the grid may be this at most. */
  public static final double LARGEST_MEDIAN_RATIO = 3;

  public ContractSummary {
    results = List.copyOf(results);
  }

  /** Models that are run with a small stated error. */
  public long accepted() {
    return results.stream().filter(ContractResult::accepted).count();
  }

  /** Models that are run and of which the export says that their error is large. */
  public long large() {
    return results.stream().filter(ContractResult::large).count();
  }

  /** Models that are run and of which the export says that it can state no error. */
  public long unstated() {
    return results.stream().filter(r -> r.refusals().isEmpty() && r.unstated()).count();
  }

  /** How many models were refused for which reason; one with two reasons counts for both. */
  public Map<String, Long> refusals() {
    Map<String, Long> counts = new TreeMap<>();
    results.forEach(
        r -> new TreeSet<>(r.refusals()).forEach(code -> counts.merge(code, 1L, Long::sum)));
    return counts;
  }

  /** Results that break the contract. */
  public List<ContractResult> violations() {
    return results.stream().filter(r -> !r.violations().isEmpty()).toList();
  }

  /**
   * Whether the contract is kept: no accepted model is outside its statement, but for chance. Of
   * models whose error is said to be large, statements are shown and not judged.
   */
  public boolean keeps() {
    List<ContractResult> broken = violations().stream().filter(result -> !result.large()).toList();
    boolean byChance =
        roundsAtRandom || broken.stream().allMatch(result -> result.excuse() == Excuse.COUNTED);
    return broken.size() <= (byChance ? Math.ceilDiv(accepted(), ONE_IN) : 0);
  }

  /** Whether statements are no larger than they need to be; judged over the grid. */
  public boolean isTight() {
    return medianRatio() <= LARGEST_MEDIAN_RATIO;
  }

  /** Median of stated over measured error of the accepted models; 1 if there are none. */
  public double medianRatio() {
    double[] ratios =
        results.stream()
            .filter(r -> r.accepted() && r.stated() > 0)
            .mapToDouble(ContractResult::ratio)
            .sorted()
            .toArray();
    return ratios.length == 0 ? 1 : ratios[ratios.length / 2];
  }
}
