package plastron.export.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import plastron.export.contract.FormRule;
import plastron.export.contract.ModelSketch;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.RateEstimator;

/** A sketch that shrinks to a simple rule on one synapse with round numbers. */
record ShrinkableSketch(ModelSketch value) implements Shrinkable<ModelSketch> {

  private static final FormRule SIMPLE =
      new FormRule(
          FormRule.Post.RATE,
          FormRule.Pre.RATE,
          FormRule.Decay.CONSTANT,
          FormRule.Prediction.NONE,
          false);

  private static final List<Double> ROUND = List.of(1.0, 0.5, 0.1, 5.0, 10.0);

  @Override
  public Stream<Shrinkable<ModelSketch>> shrink() {
    List<ModelSketch> simpler = new ArrayList<>();
    if (value.family() instanceof FormRule) {
      simpler.add(with(SIMPLE, value.options()));
    }
    simpler.add(with(value.family(), RuleOptions.paper()));
    if (value.inputs() > 1 && value.size() > 1) {
      simpler.add(sized(1, 1, value.interval(), value.windows()));
    }
    smaller(value.inputs(), 1, n -> sized(n, value.size(), value.interval(), value.windows()))
        .forEach(simpler::add);
    smaller(value.size(), 1, n -> sized(value.inputs(), n, value.interval(), value.windows()))
        .forEach(simpler::add);
    smaller(value.windows(), 8, n -> sized(value.inputs(), value.size(), value.interval(), n))
        .forEach(simpler::add);
    for (double by : ROUND) {
      rounded(value.referenceRate(), by, v -> with(v, value.speed(), value.gain()), simpler);
      rounded(value.speed(), by, v -> with(value.referenceRate(), v, value.gain()), simpler);
      rounded(value.gain(), by, v -> with(value.referenceRate(), value.speed(), v), simpler);
      rounded(value.tauMembrane(), by, v -> with(v, value.tauSynapse()), simpler);
      rounded(value.tauSynapse(), by, v -> with(value.tauMembrane(), v), simpler);
    }
    for (long seed = 0; seed < Math.min(3, value.seed()); seed++) {
      simpler.add(seeded(seed));
    }
    ShrinkingDistance here = distance();
    return simpler.stream()
        .<Shrinkable<ModelSketch>>map(ShrinkableSketch::new)
        .filter(shrunk -> shrunk.distance().compareTo(here) < 0);
  }

  private static Stream<ModelSketch> smaller(int now, int least, IntFunction<ModelSketch> made) {
    return Stream.of(least, (now + least) / 2, now - 1)
        .distinct()
        .filter(n -> n >= least && n < now)
        .map(made::apply);
  }

  private static void rounded(
      double now, double by, DoubleFunction<ModelSketch> made, List<ModelSketch> simpler) {
    if (now != by) {
      simpler.add(made.apply(by));
    }
  }

  private ModelSketch with(RuleFamily family, RuleOptions options) {
    return with(family, options, value.inputs(), value.size(), value.windows(), value.interval());
  }

  private ModelSketch sized(int inputs, int size, int interval, int windows) {
    return with(value.family(), value.options(), inputs, size, windows, interval);
  }

  private ModelSketch with(
      RuleFamily family, RuleOptions options, int inputs, int size, int windows, int interval) {
    ModelSketch v = value;
    RateEstimator rates = v.rates();
    return new ModelSketch(
        family,
        options,
        inputs,
        size,
        interval,
        windows,
        rates,
        v.referenceRate(),
        v.speed(),
        v.gain(),
        v.tauMembrane(),
        v.tauSynapse(),
        v.seed());
  }

  private ModelSketch with(double referenceRate, double speed, double gain) {
    return numbers(referenceRate, speed, gain, value.tauMembrane(), value.tauSynapse());
  }

  private ModelSketch with(double tauMembrane, double tauSynapse) {
    return numbers(value.referenceRate(), value.speed(), value.gain(), tauMembrane, tauSynapse);
  }

  private ModelSketch numbers(
      double referenceRate, double speed, double gain, double tauMembrane, double tauSynapse) {
    ModelSketch v = value;
    return new ModelSketch(
        v.family(),
        v.options(),
        v.inputs(),
        v.size(),
        v.interval(),
        v.windows(),
        v.rates(),
        referenceRate,
        speed,
        gain,
        tauMembrane,
        tauSynapse,
        v.seed());
  }

  private ModelSketch seeded(long seed) {
    ModelSketch v = value;
    return new ModelSketch(
        v.family(),
        v.options(),
        v.inputs(),
        v.size(),
        v.interval(),
        v.windows(),
        v.rates(),
        v.referenceRate(),
        v.speed(),
        v.gain(),
        v.tauMembrane(),
        v.tauSynapse(),
        seed);
  }

  @Override
  public ShrinkingDistance distance() {
    long rule = value.family() instanceof FormRule form ? form.equals(SIMPLE) ? 0 : 1 : 2;
    long options = value.options().equals(RuleOptions.paper()) ? 0 : 1;
    long unround =
        Stream.of(
                value.referenceRate(),
                value.speed(),
                value.gain(),
                value.tauMembrane(),
                value.tauSynapse())
            .mapToLong(v -> ROUND.contains(v) ? ROUND.indexOf(v) : ROUND.size())
            .sum();
    return ShrinkingDistance.of(
        rule + options + (long) value.inputs() * value.size() + value.windows() + unround,
        value.seed());
  }
}
