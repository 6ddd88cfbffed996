package plastron.export.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.HardwareForm;
import plastron.export.trace.TraceComparison;
import plastron.export.trace.TraceError;
import plastron.export.trace.TraceTimeline;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.run.PlasticRunner;

/**
 * One protocol for all rules: some input neurons, {@value #POST} neurons, {@value #RUNS} times
 * {@value #UPDATES} updates of {@value #INTERVAL} steps ({@value #SPIKE_UPDATES} of {@value
 * #SPIKE_INTERVAL} for rules of single spikes), every rate of learning {@value #ETA}, alpha and all
 * else drawn. Every input neuron has a rate of 0 to {@value #LARGEST_RATE} a step, the cube of an
 * even draw, anew every {@value #HELD} updates. Alpha is scaled so that {@code alpha.E} reaches
 * {@value #REACHED} of the threshold: learning hardly changes what is learned. Chip and float model
 * are driven by the same spikes, which calibration has not seen; it has {@value #EXAMPLES}
 * examples, as many as an export takes.
 *
 * <p>The figures that chips are held against were measured with rates that are not reported. With
 * these the float models alone, without any chip, are as far apart as reported: rates from traces
 * and rates counted differ by 0.4 to 0.6 % of full scale (see {@code RuleProtocolTest}).
 */
public final class RuleProtocol {

  /** Neurons that learn. */
  public static final int POST = 10;

  /** Episodes that are measured: about as many updates as calibration has. */
  public static final int RUNS = 8;

  /** Updates of each. */
  public static final int UPDATES = 250;

  /** Steps between updates. */
  public static final int INTERVAL = 48;

  /**
   * The same of rules of single spikes: engines that count in powers of two then tell all steps
   * apart.
   */
  public static final int SPIKE_INTERVAL = 64;

  /**
   * Updates of examples and measured episodes of such rules: without a decay what they learn grows
   * with every spike.
   */
  public static final int SPIKE_UPDATES = 10;

  /** Every rate of learning. */
  public static final double ETA = 0.125;

  /** Largest rate of an input neuron, spikes a step. */
  public static final double LARGEST_RATE = 0.7;

  /** Updates for which an input neuron keeps its rate. */
  public static final int HELD = 10;

  /** What alpha.E reaches, over the threshold. */
  public static final double REACHED = 0.02;

  /** Calibration examples. */
  public static final int EXAMPLES = 64;

  /** Examples that tell how large alpha may be. */
  private static final int SIZING = 16;

  private static final int EXAMPLE_UPDATES = 40;
  private static final double SMALL_GAIN = 1e-3;
  private static final double TAU_MEMBRANE = 20;
  private static final double TAU_SYNAPSE = 5;
  private static final long SEED = 1;

  private RuleProtocol() {}

  /**
   * Against the paper's rule, whose rates are spikes counted over the window.
   *
   * @param pre number of input neurons
   */
  public static RuleTrial paper(RuleFamily rule, int pre, ChipProfile<?, ?> chip) {
    return tried(rule, pre, new RateEstimator.Boxcar(), chip);
  }

  /** Against the rule with the chip's own rates: what the chip adds by rounding. */
  public static RuleTrial own(RuleFamily rule, int pre, ChipProfile<?, ?> chip) {
    return tried(rule, pre, chip.form().rates(interval(rule)), chip);
  }

  /**
   * What rates made in a chip's way change of the paper's rule, no chip having a part in it: two
   * float models, of which one counts. Of rules that act at windows' ends.
   */
  public static TraceError rates(RuleFamily rule, int pre, HardwareForm form) {
    PlasticRunner counted = runner(rule, pre, new RateEstimator.Boxcar(), form);
    PlasticRunner made = runner(rule, pre, form.rates(INTERVAL), form);
    RandomGenerator random = new SplittableRandom(SEED);
    TraceComparison comparison = new TraceComparison(rule.name());
    for (int run = 0; run < RUNS; run++) {
      Input input = Input.of(input(pre, UPDATES, INTERVAL, random));
      counted.reset();
      made.reset();
      TraceTimeline.compare(
          new TraceTimeline(counted.run(input).traces(), INTERVAL),
          new TraceTimeline(made.run(input).traces(), INTERVAL),
          input.steps(),
          List.of(comparison));
    }
    return comparison.error();
  }

  /** So small a gain that learning turns no spike. */
  private static PlasticRunner runner(
      RuleFamily rule, int pre, RateEstimator rates, HardwareForm form) {
    return PlasticRunner.of(sketched(rule, pre, rates, SMALL_GAIN / 100, form).model())
        .withTraces(true);
  }

  private static RuleTrial tried(
      RuleFamily rule, int pre, RateEstimator rates, ChipProfile<?, ?> chip) {
    RandomGenerator random = new SplittableRandom(SEED);
    List<Input> examples =
        Stream.generate(
                () -> Input.of(input(pre, updates(rule, EXAMPLE_UPDATES), interval(rule), random)))
            .limit(EXAMPLES)
            .toList();
    List<Input> measured =
        Stream.generate(() -> Input.of(input(pre, updates(rule, UPDATES), interval(rule), random)))
            .limit(RUNS)
            .toList();
    ContractCase small = sketched(rule, pre, rates, SMALL_GAIN, chip.form());
    double reached = largest(small, examples.subList(0, SIZING));
    double gain = reached == 0 ? SMALL_GAIN : SMALL_GAIN * REACHED / reached;
    return ChipContract.of(chip)
        .tried(sketched(rule, pre, rates, gain, chip.form()).withInputs(examples, measured));
  }

  private static int updates(RuleFamily rule, int windowed) {
    return rule.build(RuleOptions.paper()).isTimed() ? SPIKE_UPDATES : windowed;
  }

  private static int interval(RuleFamily rule) {
    return rule.build(RuleOptions.paper()).isTimed() ? SPIKE_INTERVAL : INTERVAL;
  }

  private static ContractCase sketched(
      RuleFamily rule, int pre, RateEstimator rates, double gain, HardwareForm form) {
    return new ModelSketch(
            rule,
            options(form),
            pre,
            POST,
            interval(rule),
            EXAMPLE_UPDATES,
            rates,
            1,
            ETA,
            gain,
            TAU_MEMBRANE,
            TAU_SYNAPSE,
            SEED)
        .tried(rule.name(), List.of(), form);
  }

  /** The paper's choices, as far as the chip stores such coefficients. */
  public static RuleOptions options(HardwareForm form) {
    RuleOptions paper = RuleOptions.paper();
    if (form.alphaAxes().contains(paper.alphaAxis())) {
      return paper;
    }
    Axis axis = form.alphaAxes().stream().sorted().findFirst().orElse(paper.alphaAxis());
    return new RuleOptions(paper.clip(), axis, paper.modulator());
  }

  private static SpikeRaster input(int pre, int updates, int interval, RandomGenerator random) {
    SpikeRaster raster = new SpikeRaster(updates * interval, pre);
    double[] rates = new double[pre];
    for (int t = 0; t < raster.steps(); t++) {
      for (int j = 0; j < pre; j++) {
        if (t % (HELD * interval) == 0) {
          double drawn = random.nextDouble();
          rates[j] = LARGEST_RATE * drawn * drawn * drawn;
        }
        if (random.nextDouble() < rates[j]) {
          raster.set(t, j);
        }
      }
    }
    return raster;
  }

  /** What alpha.E reaches in the float model. */
  private static double largest(ContractCase tried, List<Input> examples) {
    PlasticRunner runner = PlasticRunner.of(tried.model()).withTraces(true);
    List<float[][]> traces = new ArrayList<>();
    for (Input example : examples) {
      runner.reset();
      runner.run(example).traces().forEach(window -> traces.add(window.getFirst()));
    }
    double largest = 0;
    for (float[][] trace : traces) {
      for (float[] row : trace) {
        for (float value : row) {
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    return largest;
  }
}
