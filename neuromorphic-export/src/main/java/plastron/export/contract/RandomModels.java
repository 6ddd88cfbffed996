package plastron.export.contract;

import java.util.List;
import java.util.SplittableRandom;
import plastron.export.contract.timing.SpikeForm;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.RateEstimator;

/** Models with drawn rules, sizes, rates and coefficients, in a chip's network form. */
public final class RandomModels {

  private static final List<FormRule> FORMS = FormRule.all();
  private static final int[] INTERVALS = {1, 2, 4, 5, 8, 10, 16, 25, 32};
  private static final Axis[] ALPHA_AXES = {Axis.SYNAPSE, Axis.SYNAPSE, Axis.POST, Axis.GLOBAL};

  private RandomModels() {}

  /**
   * One model of a rule of single spikes.
   *
   * @param seed which; the same always gives the same model
   */
  public static ContractCase drawTimed(long seed, HardwareForm form) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SpikeForm> forms = SpikeForm.all();
    SpikeForm drawn = forms.get(random.nextInt(forms.size()));
    SpikeForm rule =
        new SpikeForm(
            drawn.pairing(),
            drawn.decay(),
            2 + 60 * random.nextDouble(),
            2 + 60 * random.nextDouble());
    RuleOptions options =
        new RuleOptions(
            Math.pow(10, 1 + random.nextDouble()),
            ALPHA_AXES[random.nextInt(ALPHA_AXES.length)],
            new ModulatorSource.OwnLayer());
    int interval = INTERVALS[random.nextInt(INTERVALS.length)];
    return new ModelSketch(
            rule,
            options,
            1 + random.nextInt(24),
            1 + random.nextInt(12),
            interval,
            10 + random.nextInt(20),
            new RateEstimator.Boxcar(),
            1,
            Math.pow(10, -1 - 2 * random.nextDouble()),
            Math.pow(10, -3 + 3 * random.nextDouble()),
            1 + 40 * random.nextDouble(),
            1 + 15 * random.nextDouble(),
            seed)
        .tried("model %d, rule %s".formatted(seed, rule.name()), List.of(), form);
  }

  /**
   * One model.
   *
   * @param seed which; the same always gives the same model
   */
  public static ContractCase draw(long seed, HardwareForm form) {
    SplittableRandom random = new SplittableRandom(seed);
    FormRule drawn = FORMS.get(random.nextInt(FORMS.size()));
    RuleFamily rule =
        random.nextInt(4) == 0
            ? Catalogue.windowed().get(random.nextInt(Catalogue.windowed().size()))
            : new FormRule(
                drawn.post(),
                drawn.pre(),
                drawn.decay(),
                drawn.prediction(),
                random.nextInt(4) == 0);
    int interval = INTERVALS[random.nextInt(INTERVALS.length)];
    double reference = Math.pow(10, -random.nextDouble());
    RateEstimator rates =
        switch (random.nextInt(3)) {
          case 0 -> new RateEstimator.Boxcar();
          case 1 -> RateEstimator.ExponentialTrace.matching(interval);
          default -> new RateEstimator.ExponentialTrace(0.98 * random.nextDouble());
        };
    RuleOptions options =
        new RuleOptions(
            random.nextBoolean() ? Double.POSITIVE_INFINITY : Math.pow(10, random.nextDouble()),
            ALPHA_AXES[random.nextInt(ALPHA_AXES.length)],
            new ModulatorSource.OwnLayer());
    return new ModelSketch(
            rule,
            options,
            1 + random.nextInt(24),
            1 + random.nextInt(12),
            interval,
            10 + random.nextInt(20),
            rates,
            reference,
            random.nextInt(20) == 0 ? random.nextInt(2) : Math.pow(10, -3 * random.nextDouble()),
            random.nextInt(20) == 0 ? 0 : Math.pow(10, -3 + 4 * random.nextDouble()),
            1 + 40 * random.nextDouble(),
            1 + 15 * random.nextDouble(),
            seed)
        .tried("model %d, rule %s".formatted(seed, rule.name()), List.of(), form);
  }
}
