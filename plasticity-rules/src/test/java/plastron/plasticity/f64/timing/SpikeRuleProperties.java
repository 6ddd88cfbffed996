package plastron.plasticity.f64.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

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
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SpikeTrace;

/** Updates on spikes of a rule with every kind of factor, and their reverse. */
class SpikeRuleProperties {

  private static final int PRE = 3;
  private static final int POST = 2;
  private static final int STEPS = 12;

  private static final RuleDerivation RULE = RuleDerivation.of(rule());

  /** Where there is a synapse; of sparse ones. */
  private static final int[][] TARGETS = {{0, 1}, {1}, {0}};

  private static PlasticityRule rule() {
    RuleBuilder rule = PlasticityRule.named("everything");
    Symbol g = rule.parameter("g", Axis.GLOBAL);
    Symbol p = rule.parameter("p", Axis.POST);
    Symbol q = rule.parameter("q", Axis.PRE);
    Symbol w = rule.parameter("W", Axis.SYNAPSE);
    Symbol a = rule.trace("a", Axis.PRE, 4, SpikeTrace.Entry.ADDED, "a");
    Symbol b = rule.trace("b", Axis.POST, 3, SpikeTrace.Entry.SET, "b");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(0.8), "E");
    Symbol f = rule.state("F", Axis.SYNAPSE, Bounds.NONE, "F");
    rule.onPre(e, sum(ref(e), product(g, b, f), Expr.neg(product(e, q))));
    rule.onPre(f, sum(ref(f), product(e, e, p)));
    rule.onPost(f, sum(product(Expr.constant(0.5), ref(f)), product(a, q)));
    rule.onPost(e, sum(ref(e), product(w, a, b)));
    return rule.weight(sum(product(w, p), product(g, e), ref(f)));
  }

  /** The episode that a seed decides. */
  private static final class Episode {

    private final Random random;
    private final RuleShape64 shape;
    private final RuleFrame64 frame;
    private final double[][] weights;
    private final double[][] wanted;
    private final boolean[][] pre = new boolean[STEPS][PRE];
    private final boolean[][] post = new boolean[STEPS][POST];
    private final double[][] received = new double[STEPS][POST];

    Episode(long seed, boolean sparse) {
      random = new Random(seed);
      shape =
          new RuleShape64(
              PRE,
              POST,
              Map.of(),
              Axis.PRE,
              sparse ? Optional.of(SynapseRows.of(TARGETS, POST)) : Optional.empty());
      frame = new RuleFrame64(RULE, shape);
      for (String name : List.of("g", "p", "q", "W", "E", "F")) {
        fill(frame.of(name));
      }
      weights = shape.zeros(Axis.SYNAPSE);
      wanted = shape.zeros(Axis.SYNAPSE);
      fill(wanted);
      for (int t = 0; t < STEPS; t++) {
        for (int j = 0; j < PRE; j++) {
          pre[t][j] = random.nextInt(3) == 0;
        }
        for (int i = 0; i < POST; i++) {
          post[t][i] = random.nextInt(3) == 0;
          received[t][i] = random.nextGaussian();
        }
      }
    }

    private void fill(double[][] rows) {
      for (double[] row : rows) {
        Arrays.setAll(row, i -> 0.6 * random.nextDouble() - 0.3);
      }
    }

    private int post(int j, int k) {
      return shape.synapses().isPresent() ? TARGETS[j][k] : k;
    }

    /** Spikes deliver what the weights are, then change them; the last weights count as well. */
    double forward(SpikeRule64 rule, SpikeTraces64 traces, SpikeLog64 log, double[][][][] read) {
      new RuleProgram64(RULE, shape).weight(frame, weights);
      double loss = 0;
      for (int t = 0; t < STEPS; t++) {
        for (int j = 0; j < PRE; j++) {
          for (int k = 0; pre[t][j] && k < weights[j].length; k++) {
            loss += received[t][post(j, k)] * weights[j][k];
          }
        }
        traces.decay(frame.value);
        for (int s : traces.symbols()) {
          read[t][s] = new double[][] {frame.value[s][0].clone()};
        }
        int[] before = spikes(pre[t]);
        int[] behind = spikes(post[t]);
        rule.pre(frame.value, before, before.length, log);
        rule.weightsAfterPre(frame.value, weights, before, before.length);
        rule.post(frame.value, behind, behind.length, log);
        rule.weightsAfterPost(frame.value, weights, behind, behind.length);
        for (int j = 0; j < PRE; j++) {
          if (pre[t][j]) {
            traces.enter(Axis.PRE, j, frame.value);
          }
        }
        for (int i = 0; i < POST; i++) {
          if (post[t][i]) {
            traces.enter(Axis.POST, i, frame.value);
          }
        }
      }
      double[][] e = frame.of("E");
      for (int j = 0; j < PRE; j++) {
        for (int k = 0; k < e[j].length; k++) {
          loss += wanted[j][k] * e[j][k];
        }
      }
      return loss;
    }

    double loss() {
      return forward(
          new SpikeRule64(RULE, shape),
          new SpikeTraces64(RULE),
          SpikeLog64.none(),
          new double[STEPS][RULE.symbols().size()][][]);
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void theReverseIsTheSlopeAndGoesBackToTheStart(@ForAll long seed, @ForAll boolean sparse) {
    Episode episode = new Episode(seed, sparse);
    Episode start = new Episode(seed, sparse);
    SpikeRule64 rule = new SpikeRule64(RULE, episode.shape);
    SpikeTraces64 traces = new SpikeTraces64(RULE);
    SpikeLog64 log = SpikeLog64.empty();
    int room = Math.toIntExact(STEPS * SpikeRule64.mostLogged(RULE, episode.shape));
    log.begin(room, room);
    double[][][][] read = new double[STEPS][RULE.symbols().size()][][];
    episode.forward(rule, traces, log, read);
    double[][][] adjoint = new RuleFrame64(RULE, episode.shape).value;
    int e = RULE.index(RULE.rule().symbol("E").orElseThrow());
    for (int j = 0; j < PRE; j++) {
      System.arraycopy(episode.wanted[j], 0, adjoint[e][j], 0, adjoint[e][j].length);
    }
    double[][][] value = episode.frame.value;
    for (int t = STEPS - 1; t >= 0; t--) {
      for (int s : traces.symbols()) {
        value[s][0] = read[t][s][0];
      }
      int[] pre = spikes(episode.pre[t]);
      int[] post = spikes(episode.post[t]);
      traces.enterAdjoint(Axis.PRE, pre, pre.length, value, adjoint, new double[0]);
      traces.enterAdjoint(Axis.POST, post, post.length, value, adjoint, new double[0]);
      rule.postAdjoint(value, post, post.length, log, adjoint);
      rule.preAdjoint(value, pre, pre.length, log, adjoint);
      traces.decayAdjoint(adjoint);
      rule.weightsAdjoint(value, pre, pre.length, episode.received[t], adjoint);
    }
    assertThat(episode.frame.of("E")).isDeepEqualTo(start.frame.of("E"));
    assertThat(episode.frame.of("F")).isDeepEqualTo(start.frame.of("F"));
    for (String name : List.of("g", "p", "q", "W", "E", "F")) {
      double[][] got = adjoint[RULE.index(RULE.rule().symbol(name).orElseThrow())];
      for (int j = 0; j < got.length; j++) {
        for (int k = 0; k < got[j].length; k++) {
          double slope = slope(seed, sparse, name, j, k);
          assertThat(got[j][k])
              .as("%s [%d][%d]", name, j, k)
              .isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
        }
      }
    }
  }

  private static int[] spikes(boolean[] row) {
    return IntStream.range(0, row.length).filter(n -> row[n]).toArray();
  }

  private static double slope(long seed, boolean sparse, String name, int j, int k) {
    double step = 1e-6;
    double[] loss = new double[2];
    for (int side = 0; side < 2; side++) {
      Episode moved = new Episode(seed, sparse);
      moved.frame.of(name)[j][k] += side == 0 ? -step : step;
      loss[side] = moved.loss();
    }
    return (loss[1] - loss[0]) / (2 * step);
  }

  /** A trace that is set is {@code x + spike (1 - x)}, one that is added to {@code x + spike}. */
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void theAdjointOfATraceGoesOnIntoSpikes(@ForAll boolean spiked) {
    SpikeTraces64 traces = new SpikeTraces64(RULE);
    RuleShape64 shape = new RuleShape64(PRE, POST, 0);
    double[][][] value = new RuleFrame64(RULE, shape).value;
    double[][][] adjoint = new RuleFrame64(RULE, shape).value;
    int a = traces.symbols()[0];
    int b = traces.symbols()[1];
    value[b][0][1] = 0.25;
    adjoint[a][0][1] = 3;
    adjoint[b][0][1] = 2;
    double[] preAdjoint = new double[PRE];
    double[] postAdjoint = new double[POST];
    int[] spikes = {1};
    int count = spiked ? 1 : 0;
    traces.enterAdjoint(Axis.PRE, spikes, count, value, adjoint, preAdjoint);
    traces.enterAdjoint(Axis.POST, spikes, count, value, adjoint, postAdjoint);
    assertThat(preAdjoint).containsExactly(0, 3, 0);
    assertThat(postAdjoint).containsExactly(0, 1.5);
    assertThat(adjoint[a][0][1]).isEqualTo(3);
    assertThat(adjoint[b][0][1]).isEqualTo(spiked ? 0 : 2);
  }
}
