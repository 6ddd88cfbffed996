package plastron.slayer.f64.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.network.SynapseRows;
import plastron.core.random.Seeds;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.Factor;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.timing.SpikeLog64;
import plastron.plasticity.f64.timing.SpikeRule64;
import plastron.plasticity.family.RuleOptions;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.StateGrid;

/** Spikes change states as synapse by synapse: the product rounded down, the state at random. */
class RoundedSpikesProperties {

  private static final RuleDerivation RULE =
      RuleDerivation.of(Catalogue.find("stdp").orElseThrow().build(RuleOptions.paper()));

  /** No product of them is a whole number. */
  private static final double MINUS = 0.1703;

  private static final double PLUS = 0.2309;
  private static final double STEP = 0.03;
  private static final int MOST = 40;
  private static final double UNIT = 0.125;

  /** A layer of drawn numbers, and what every synapse is alone. */
  private static final class Layer {
    private final RuleShape64 shape;
    private final RuleFrame64 frame;
    private final RoundedSpikes64 spikes;
    private final double[][] expected;

    Layer(Random random) {
      int pre = random.nextInt(1, 9);
      int post = random.nextInt(1, 9);
      Optional<SynapseRows> sparse =
          random.nextBoolean() ? Optional.empty() : Optional.of(sparse(pre, post, random));
      shape = new RuleShape64(pre, post, Map.of(), Axis.PRE, sparse);
      frame = new RuleFrame64(RULE, shape);
      for (double[] row : value("alpha")) {
        Arrays.setAll(row, i -> random.nextInt(5) == 0 ? 0 : random.nextDouble(-1, 1));
      }
      value("A_minus")[0][0] = MINUS;
      value("A_plus")[0][0] = PLUS;
      StateGrid grid =
          new StateGrid(
              0,
              "E",
              "alpha",
              Grid.of(STEP, Grid.Rounding.RANDOM).within(-MOST * STEP, MOST * STEP),
              List.of(product(When.PRE, -MINUS, "y1"), product(When.POST, PLUS, "x1")));
      RoundedUpdate64 update = new RoundedUpdate64(RULE, shape, List.of(grid));
      update.load(frame);
      spikes = new RoundedSpikes64(update, shape, List.of());
      expected = shape.zeros(Axis.SYNAPSE);
    }

    private double[][] value(String name) {
      return frame.value[RULE.index(RULE.rule().symbol(name).orElseThrow())];
    }

    private void drawTraces(Random random) {
      for (String trace : List.of("x1", "y1")) {
        Arrays.setAll(value(trace)[0], n -> UNIT * random.nextInt(12));
      }
    }

    /** An engine adds to alpha.E, in whole steps, what is left of the product. */
    private void alone(int drawn, double amplitude, double trace, int j, int c, long key) {
      double alpha = value("alpha")[j][c];
      double now = expected[j][c];
      double draw = Draw64.entry((int) Seeds.then(Seeds.then(Seeds.then(key, drawn), 0), j), c);
      double bound = RULE.rule().symbol("E").orElseThrow().bounds().high();
      double next = Math.clamp(now + amplitude * trace, -bound, bound);
      if (alpha == 0) {
        expected[j][c] = Math.clamp(Math.rint(next * 64 + draw), -MOST, MOST) / 64;
        return;
      }
      double held = Math.rint(alpha / 0.01) * 0.01;
      double product = amplitude * held * trace / (STEP / 4);
      double lost = amplitude * alpha * trace / (STEP / 4) - Math.floor(product);
      if (trace == 0) {
        lost = 0;
      }
      double sign = Math.signum(alpha);
      double steps = next * Math.abs(alpha) / STEP + draw - sign * lost / 4;
      expected[j][c] = Math.clamp(Math.rint(steps), -MOST, MOST) * STEP / Math.abs(alpha);
    }
  }

  private static SynapseRows sparse(int pre, int post, Random random) {
    int[][] rows = new int[pre][];
    Arrays.setAll(rows, j -> IntStream.range(0, post).filter(i -> random.nextBoolean()).toArray());
    return SynapseRows.of(rows, post);
  }

  /** Alpha in units of 1/100, the trace in its own; a least step is a fourth of the grid's. */
  private static FlooredProduct product(When when, double amplitude, String trace) {
    double coefficient = amplitude * 0.01 * UNIT / (STEP / 4);
    return new FlooredProduct(
        when,
        coefficient,
        0.25,
        List.of(
            new Factor(List.of("alpha"), 0.01, -255, 255, 0),
            new Factor(List.of(trace), UNIT, 0, 127, 0)));
  }

  private static SpikeEvents drawn(int neurons, Random random) {
    SpikeRaster raster = new SpikeRaster(1, neurons);
    for (int i = 0; i < neurons; i++) {
      if (random.nextInt(3) == 0) {
        raster.set(0, i);
      }
    }
    SpikeEvents events = new SpikeEvents();
    events.read(raster, 0, 1);
    return events;
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everySynapseIsWhatItIsAlone(@ForAll long seed) {
    Random random = new Random(seed);
    Layer layer = new Layer(random);
    for (int t = 0; t < 6; t++) {
      layer.drawTraces(random);
      SpikeEvents pre = drawn(layer.shape.pre(), random);
      SpikeEvents post = drawn(layer.shape.post(), random);
      long key = random.nextLong();
      layer.spikes.change(layer.frame, key, pre, post, SpikeLog64.none());
      for (int j = 0; j < layer.shape.pre(); j++) {
        for (int c = 0; c < layer.expected[j].length; c++) {
          int i = LossFactor64.column(layer.shape, j, c);
          if (contains(pre, j)) {
            layer.alone(RoundedSpikes64.DRAWN_ON_PRE, -MINUS, layer.value("y1")[0][i], j, c, key);
          }
          if (contains(post, i)) {
            layer.alone(RoundedSpikes64.DRAWN_ON_POST, PLUS, layer.value("x1")[0][j], j, c, key);
          }
          assertThat(layer.value("E")[j][c]).isCloseTo(layer.expected[j][c], within(1e-9));
        }
      }
    }
  }

  private static boolean contains(SpikeEvents events, int neuron) {
    return Arrays.stream(events.neuron, 0, events.count()).anyMatch(n -> n == neuron);
  }

  /** Where the grid is fine, what is left is the rule; gradients are those of the rule anyhow. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aFineGridIsTheRuleItself(@ForAll long seed) {
    Random random = new Random(seed);
    RuleShape64 shape = new RuleShape64(random.nextInt(1, 9), random.nextInt(1, 9), 1);
    RuleFrame64 fine = new RuleFrame64(RULE, shape);
    RuleFrame64 exact = new RuleFrame64(RULE, shape);
    StateGrid grid = new StateGrid(0, "E", "", Grid.of(0x1p-40, Grid.Rounding.NEAREST));
    RoundedUpdate64 update = new RoundedUpdate64(RULE, shape, List.of(grid));
    for (RuleFrame64 one : List.of(fine, exact)) {
      Random same = new Random(seed);
      for (double[][] rows : one.value) {
        for (double[] row : rows) {
          Arrays.setAll(row, i -> same.nextDouble(0.1));
        }
      }
    }
    update.load(fine);
    SpikeEvents pre = drawn(shape.pre(), random);
    SpikeEvents post = drawn(shape.post(), random);
    new RoundedSpikes64(update, shape, List.of()).change(fine, seed, pre, post, SpikeLog64.none());
    SpikeRule64 rule = new SpikeRule64(RULE, shape);
    rule.pre(exact.value, pre.neuron, pre.count(), SpikeLog64.none());
    rule.post(exact.value, post.neuron, post.count(), SpikeLog64.none());
    int e = RULE.index(RULE.rule().symbol("E").orElseThrow());
    for (int j = 0; j < shape.pre(); j++) {
      assertThat(fine.value[e][j]).containsExactly(exact.value[e][j], within(0x1p-40));
    }
  }
}
