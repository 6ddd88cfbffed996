package plastron.export.kit;

import java.util.List;
import java.util.Map;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.kit.Sides;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule between a few neurons, with all numbers it needs for some windows.
 *
 * @param sides how many neurons there are
 * @param start parameters, and states before the first window, by name; {@code [from][to]}
 * @param windows activities and values from outside at the end of every window, by name
 */
public record RuleEpisode(
    PlasticityRule rule,
    Sides sides,
    Map<String, double[][]> start,
    List<Map<String, double[][]>> windows) {

  /** Numbers of entries of the symbols. */
  public RuleShape64 shape() {
    return sides.shape(rule);
  }

  /**
   * The same numbers with another rule between the neurons, which has symbols of the same names.
   */
  public RuleEpisode with(PlasticityRule other) {
    return new RuleEpisode(other, sides, start, windows);
  }
}
