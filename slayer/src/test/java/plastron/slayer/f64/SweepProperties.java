package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.Precision;
import plastron.slayer.reference.SweepCase;
import plastron.slayer.reference.SweepCases;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/**
 * Laws of the sweep in both precisions. Long, because the laws share their cases and what is close
 * enough.
 */
@Domain(SweepCases.class)
@Domain(DomainContext.Global.class)
class SweepProperties {

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void checkpointsChangeNoBit(
      @ForAll SweepCase given,
      @ForAll @IntRange(min = 1, max = 6) int windows,
      @ForAll Precision precision) {
    assertSameBits(
        SweepRun.of(given.keeping(windows, Integer.MAX_VALUE), precision),
        SweepRun.of(given.keeping(Integer.MAX_VALUE, Integer.MAX_VALUE), precision));
  }

  /** From the least that a tape can do with to the whole episode, in runs and in stretches. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void memoryChangesNoBit(
      @ForAll SweepCase given,
      @ForAll @IntRange(min = 7, max = 20) int bits,
      @ForAll @IntRange(min = 1, max = 40) int windows,
      @ForAll Precision precision) {
    assertSameBits(
        SweepRun.of(
            given.keeping(new TapeLimit(windows, 1L << bits), Integer.MAX_VALUE), precision),
        SweepRun.of(given.keeping(Integer.MAX_VALUE, Integer.MAX_VALUE), precision));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void checkpointsChangeNoBitOfTruncatedGradients(
      @ForAll SweepCase given,
      @ForAll @IntRange(min = 1, max = 6) int windows,
      @ForAll @IntRange(min = 1, max = 6) int reach,
      @ForAll Precision precision) {
    assertSameBits(
        SweepRun.of(given.keeping(windows, reach), precision),
        SweepRun.of(given.keeping(Integer.MAX_VALUE, reach), precision));
  }

  /** Up to rounding: fixed weights are walked over differently where gradients are cut. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void truncationBeyondTheEpisodeIsNone(
      @ForAll SweepCase given, @ForAll @IntRange(max = 2) int more) {
    Assume.that(given.reference().margin() > 1e-9);
    assertClose(
        SweepRun.of(given.keeping(Integer.MAX_VALUE, given.windows() + more), Precision.DOUBLE),
        SweepRun.of(given.keeping(Integer.MAX_VALUE, Integer.MAX_VALUE), Precision.DOUBLE),
        1e-10);
  }

  /**
   * Nothing of an episode is left in the next, whatever their lengths, and backward may be called
   * again.
   */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void aSweepForgets(
      @ForAll SweepCase given,
      @ForAll @IntRange(min = 1, max = 40) int otherSteps,
      @ForAll @IntRange(min = 1, max = 40) int windows,
      @ForAll @IntRange(min = 7, max = 20) int bits,
      @ForAll Precision precision) {
    SweepCase kept = given.keeping(new TapeLimit(windows, 1L << bits), Integer.MAX_VALUE);
    Sweep sweep = precision.sweep(kept.model(), kept.options());
    SpikeRaster other = new SpikeRaster(otherSteps, kept.inputs());
    for (int t = 0; t < otherSteps; t++) {
      other.set(t, t % other.neurons());
    }
    Tape tape = sweep.tape();
    sweep.forward(tape, kept.episode(other, 1));
    FlatVector gradient = new FlatVector(new ParameterLayout(kept.model()).size());
    if (otherSteps <= kept.input().steps()) {
      sweep.backward(tape, kept.adjoints());
      sweep.drain(gradient);
    }
    sweep.forward(tape, kept.episode());
    sweep.backward(tape, kept.adjoints());
    sweep.drain(gradient);
    FlatVector again = new FlatVector(gradient.size());
    sweep.backward(tape, kept.adjoints());
    sweep.drain(again);
    FlatVector fresh = SweepRun.of(kept, precision).gradient();
    assertThat(gradient).isEqualTo(fresh);
    assertThat(again).isEqualTo(fresh);
    sweep.backward(tape, kept.adjoints());
    sweep.drain(again);
    assertThat(again).as("overwritten").isEqualTo(fresh);
  }

  /** Up to rounding: gradients add up until they are fetched. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void twoEpisodesFetchedAtOnceAreTheirSum(
      @ForAll SweepCase given, @ForAll @IntRange(min = 1, max = 40) int otherSteps) {
    SweepCase other = given.withEpisode(otherSteps, new Random(otherSteps));
    Sweep sweep = Precision.DOUBLE.sweep(given.model(), given.options());
    Tape tape = sweep.tape();
    for (SweepCase episode : List.of(given, other)) {
      sweep.forward(tape, episode.episode());
      sweep.backward(tape, episode.adjoints());
    }
    FlatVector both = new FlatVector(new ParameterLayout(given.model()).size());
    sweep.drain(both);
    double[] first = SweepRun.of(given, Precision.DOUBLE).gradient().toArray();
    double[] second = SweepRun.of(other, Precision.DOUBLE).gradient().toArray();
    double largest =
        DoubleStream.concat(Arrays.stream(first), Arrays.stream(second))
            .map(Math::abs)
            .max()
            .orElseThrow();
    for (int i = 0; i < both.size(); i++) {
      assertThat(both.get(i))
          .as("entry %d", i)
          .isCloseTo(first[i] + second[i], within(1e-12 * largest));
    }
  }

  /** Episodes may be run forwards one after another and then backwards in any order. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void tapesKeepEpisodesApart(@ForAll SweepCase given, @ForAll Precision precision) {
    SweepCase kept = given.keeping(2, Integer.MAX_VALUE);
    Sweep sweep = precision.sweep(kept.model(), kept.options());
    Tape first = sweep.tape();
    Tape second = sweep.tape();
    sweep.forward(first, kept.episode());
    sweep.forward(second, Input.of(new SpikeRaster(9, kept.inputs())));
    sweep.backward(first, kept.adjoints());
    FlatVector gradient = new FlatVector(new ParameterLayout(kept.model()).size());
    sweep.drain(gradient);
    assertThat(gradient).isEqualTo(SweepRun.of(kept, precision).gradient());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void singlePrecisionAgreesWithDouble(@ForAll SweepCase given) {
    SweepCase rounded = withParameters(given, v -> (float) v);
    // A trace within rounding of its bounds passes its gradient in one precision and not in the
    // other.
    Assume.that(rounded.reference().margin() > 1e-5);
    SweepRun want = SweepRun.of(rounded, Precision.DOUBLE);
    SweepRun got = SweepRun.of(rounded, Precision.FLOAT);
    // How far parameters that differ by a rounding move a gradient says how well it is defined.
    SplittableRandom signs = new SplittableRandom(1);
    SweepRun near =
        SweepRun.of(
            withParameters(
                rounded, v -> v * (1 + Math.copySign(0x1p-23, signs.nextDouble() - 0.5))),
            Precision.DOUBLE);
    Assume.that(got.spikes().equals(want.spikes()) && near.spikes().equals(want.spikes()));
    double scale = Arrays.stream(want.gradient().toArray()).map(Math::abs).max().orElseThrow();
    for (ParameterLayout.RuleSlot slot : new ParameterLayout(given.model()).rules()) {
      String name = slot.symbol().name();
      double[][] gradient = want.gradient(slot.site(), name);
      double[][] moved = near.gradient(slot.site(), name);
      double largest = 0;
      double shift = 0;
      for (int r = 0; r < gradient.length; r++) {
        for (int c = 0; c < gradient[r].length; c++) {
          largest = Math.max(largest, Math.abs(gradient[r][c]));
          shift = Math.max(shift, Math.abs(moved[r][c] - gradient[r][c]));
        }
      }
      SweepRun.assertClose(
          name,
          got.gradient(slot.site(), name),
          gradient,
          1e-4 + (largest > 0 ? (1e-5 * scale + 30 * shift) / largest : 0));
    }
  }

  /** Up to rounding: a plastic layer forms its currents anew in every window. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void withoutAlphaAPlasticNetworkIsAStaticOne(@ForAll SweepCase given) {
    Assume.that(given.graph().projections().getFirst().rule().isPlastic());
    RuleFamily family = Catalogue.find("static").orElseThrow();
    SweepCase frozen = feedforward(given, p -> as(family, p, Map.of("W", p.parameter("W"))));
    Assume.that(frozen.reference().margin() > 1e-9);
    SweepRun plastic =
        SweepRun.of(feedforward(given, SweepProperties::withoutAlpha), Precision.DOUBLE);
    SweepRun fixed = SweepRun.of(frozen, Precision.DOUBLE);
    assertThat(plastic.spikes()).isEqualTo(fixed.spikes());
    for (int l = 0; l < fixed.spikes().size(); l++) {
      SweepRun.assertClose("potentials", plastic.potentials()[l], fixed.potentials()[l], 1e-10);
    }
    for (int p = 0; p < frozen.graph().projections().size(); p++) {
      if (isFeedforward(frozen.graph().projections().get(p))) {
        SweepRun.assertClose("W", plastic.gradient(p, "W"), fixed.gradient(p, "W"), 1e-10);
      }
    }
  }

  // One rule in four has a modulated form: a few unlucky draws are no reason to fail.
  @Property(tries = 100, maxDiscardRatio = 50, edgeCases = EdgeCasesMode.NONE)
  void modulatorOneMakesAnNdpRuleItsDpRule(@ForAll SweepCase given, @ForAll Precision precision) {
    String name = given.graph().projections().getFirst().rule().name();
    RuleFamily modulated = Catalogue.find("n" + name).orElse(null);
    Assume.that(modulated != null);
    assertSameBits(
        SweepRun.of(
            feedforward(given, p -> as(Objects.requireNonNull(modulated), p, p.parameters())),
            precision),
        SweepRun.of(given, precision));
  }

  /** A case with other synapses from the layer before, for all layers. */
  private static SweepCase feedforward(SweepCase given, UnaryOperator<PlasticProjection> change) {
    return given.withProjections(p -> isFeedforward(p) ? change.apply(p) : p);
  }

  private static boolean isFeedforward(PlasticProjection projection) {
    return !projection.from().equals(projection.to());
  }

  /** With another rule that makes the same choices, but that its modulator is one. */
  private static PlasticProjection as(
      RuleFamily family, PlasticProjection p, Map<String, double[][]> parameters) {
    RuleOptions options =
        new RuleOptions(
            p.rule().symbol("E").map(e -> e.bounds().high()).orElse(Double.POSITIVE_INFINITY),
            p.rule().symbol("alpha").map(Symbol::axis).orElse(Axis.SYNAPSE),
            new ModulatorSource.ConstantOne());
    return new PlasticProjection(
        p.name(),
        p.from(),
        p.to(),
        p.kernel(),
        p.delivery(),
        p.place(),
        p.latency(),
        family.build(options),
        Map.of(),
        parameters);
  }

  private static PlasticProjection withoutAlpha(PlasticProjection projection) {
    Map<String, double[][]> parameters = new LinkedHashMap<>(projection.parameters());
    parameters.computeIfPresent(
        "alpha", (name, value) -> new double[value.length][value[0].length]);
    return projection.withParameters(parameters);
  }

  private static SweepCase withParameters(SweepCase given, DoubleUnaryOperator changed) {
    return given.withProjections(p -> p.withParameters(mapped(p.parameters(), changed)));
  }

  private static Map<String, double[][]> mapped(
      Map<String, double[][]> parameters, DoubleUnaryOperator changed) {
    Map<String, double[][]> mapped = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) ->
            mapped.put(
                name,
                Arrays.stream(value)
                    .map(row -> Arrays.stream(row).map(changed).toArray())
                    .toArray(double[][]::new)));
    return mapped;
  }

  private static void assertClose(SweepRun got, SweepRun want, double relative) {
    assertThat(got.spikes()).isEqualTo(want.spikes());
    for (int l = 0; l < want.spikes().size(); l++) {
      SweepRun.assertClose("potentials", got.potentials()[l], want.potentials()[l], relative);
    }
    SweepRun.assertClose(
        "gradient",
        new double[][] {got.gradient().toArray()},
        new double[][] {want.gradient().toArray()},
        relative);
  }

  private static void assertSameBits(SweepRun got, SweepRun want) {
    assertThat(got.spikes()).isEqualTo(want.spikes());
    assertThat(Arrays.deepEquals(got.potentials(), want.potentials())).as("potentials").isTrue();
    assertThat(got.gradient()).isEqualTo(want.gradient());
  }
}
