package plastron.export.contract;

import java.util.ArrayList;
import java.util.List;
import plastron.export.contract.timing.SpikeForm;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.RateEstimator;

/**
 * All forms of rules over reference rates and rate estimators, and all forms of rules of single
 * spikes, in a chip's network form.
 */
public final class ContractGrid {

  /** Of all its rules. */
  static final RuleOptions OPTIONS = RuleOptions.paper();

  static final int INTERVAL = 8;
  private static final double[] REFERENCE_RATES = {0.1, 0.3, 1};

  /** What one spike with one spike before it changes. */
  private static final double SPIKE_SPEED = 0.05;

  private ContractGrid() {}

  /** What the columns of every case are. */
  public static List<String> header() {
    return List.of("post", "pre", "decay", "prediction", "reference rate", "rates");
  }

  /** The cases of a chip. */
  public static List<ContractCase> cases(HardwareForm form) {
    List<ContractCase> cases = new ArrayList<>();
    for (FormRule rule : FormRule.all()) {
      for (double reference : REFERENCE_RATES) {
        for (RateEstimator rates : estimators()) {
          cases.add(tried(rule, reference, rates, form));
        }
      }
    }
    for (SpikeForm rule : SpikeForm.all()) {
      cases.add(tried(rule, form));
    }
    return cases;
  }

  /** Rules of single spikes read no rates. */
  private static ContractCase tried(SpikeForm rule, HardwareForm form) {
    List<String> columns = new ArrayList<>(rule.columns());
    columns.addAll(List.of("1.0", "none"));
    return new ModelSketch(
            rule,
            OPTIONS,
            12,
            6,
            INTERVAL,
            20,
            new RateEstimator.Boxcar(),
            1,
            SPIKE_SPEED,
            0.02,
            20,
            5,
            columns.hashCode())
        .tried(String.join(", ", columns), columns, form);
  }

  private static List<RateEstimator> estimators() {
    return List.of(
        new RateEstimator.Boxcar(),
        RateEstimator.ExponentialTrace.matching(INTERVAL),
        new RateEstimator.ExponentialTrace(0.5),
        new RateEstimator.ExponentialTrace(0.95));
  }

  /** A case of the grid. */
  static ContractCase tried(
      FormRule rule, double reference, RateEstimator rates, HardwareForm form) {
    int degree =
        (rule.post() == FormRule.Post.RATE ? 1 : 2) + (rule.pre() == FormRule.Pre.RATE ? 1 : 2);
    String made =
        switch (rates) {
          case RateEstimator.Boxcar boxcar -> "boxcar";
          case RateEstimator.ExponentialTrace(double decay) ->
              decay == RateEstimator.ExponentialTrace.matching(INTERVAL).decay()
                  ? "matching trace"
                  : "trace " + decay;
        };
    List<String> columns = new ArrayList<>(rule.columns());
    columns.add(Double.toString(reference));
    columns.add(made);
    return new ModelSketch(
            rule,
            OPTIONS,
            12,
            6,
            INTERVAL,
            20,
            rates,
            reference,
            Math.max(1 / 64.0, 0.125 * reference),
            0.1 * Math.pow(reference, degree) / Math.pow(0.2, degree),
            20,
            5,
            columns.hashCode())
        .tried(String.join(", ", columns), columns, form);
  }
}
