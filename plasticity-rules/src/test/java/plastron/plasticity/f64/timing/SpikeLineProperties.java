package plastron.plasticity.f64.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import plastron.core.network.SynapseRows;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;

/**
 * Which number a neuron has, and how many spike with it, makes no difference to its synapses. Long,
 * because it draws rules, synapses and spikes of its own.
 */
class SpikeLineProperties {

  private static final int STEPS = 6;

  @Provide
  Arbitrary<RuleDerivation> rules() {
    return Arbitraries.of(
        Catalogue.families().stream()
            .filter(f -> !Catalogue.windowed().contains(f))
            .map((RuleFamily f) -> RuleDerivation.of(f.build(RuleOptions.paper())))
            .toList());
  }

  /** Numbers of a layer, the spikes of its neurons, and what they gave after going both ways. */
  private static final class Run {

    final RuleDerivation rule;
    final RuleShape64 shape;
    final double[][][] value;
    final double[][][] adjoint;
    final double[][] weights;
    final boolean[][] pre;
    final boolean[][] post;
    final double[][] received;
    double[][][] after = new double[0][][];

    Run(RuleDerivation rule, RuleShape64 shape, boolean[][] pre, boolean[][] post, double[][] in) {
      this.rule = rule;
      this.shape = shape;
      this.pre = pre;
      this.post = post;
      received = in;
      value = new RuleFrame64(rule, shape).value;
      adjoint = new RuleFrame64(rule, shape).value;
      weights = shape.zeros(Axis.SYNAPSE);
    }

    /**
     * @param together whether spikes of one side and step are given in one call
     */
    void go(boolean together) {
      SpikeRule64 spikes = new SpikeRule64(rule, shape);
      SpikeTraces64 traces = new SpikeTraces64(rule);
      SpikeLog64 log = SpikeLog64.empty();
      int room = Math.toIntExact(STEPS * SpikeRule64.mostLogged(rule, shape));
      log.begin(room, room);
      int[] all = IntStream.range(0, shape.pre()).toArray();
      double[][][] read = new double[STEPS][][];
      for (int t = 0; t < STEPS; t++) {
        traces.decay(value);
        read[t] =
            IntStream.of(traces.symbols())
                .mapToObj(s -> value[s][0].clone())
                .toArray(double[][]::new);
        for (int[] some : calls(pre[t], together)) {
          spikes.pre(value, some, some.length, log);
        }
        for (int[] some : calls(post[t], together)) {
          spikes.post(value, some, some.length, log);
        }
        for (int j : spiking(pre[t])) {
          traces.enter(Axis.PRE, j, value);
        }
        for (int i : spiking(post[t])) {
          traces.enter(Axis.POST, i, value);
        }
      }
      spikes.weights(value, weights, all, all.length);
      after = Arrays.stream(value).map(SpikeLineProperties::copy).toArray(double[][][]::new);
      for (int t = STEPS - 1; t >= 0; t--) {
        for (int k = 0; k < read[t].length; k++) {
          value[traces.symbols()[k]][0] = read[t][k];
        }
        for (int[] some : calls(post[t], together).reversed()) {
          spikes.postAdjoint(value, some, some.length, log, adjoint);
        }
        for (int[] some : calls(pre[t], together).reversed()) {
          spikes.preAdjoint(value, some, some.length, log, adjoint);
        }
        int[] met = spiking(pre[t]);
        spikes.weightsAdjoint(value, met, met.length, received[t], adjoint);
      }
    }
  }

  private static int[] spiking(boolean[] row) {
    return IntStream.range(0, row.length).filter(n -> row[n]).toArray();
  }

  private static List<int[]> calls(boolean[] row, boolean together) {
    int[] all = spiking(row);
    return together ? List.of(all) : Arrays.stream(all).mapToObj(n -> new int[] {n}).toList();
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private static RuleShape64 shape(int[][] targets, int posts, boolean sparse) {
    return new RuleShape64(
        targets.length,
        posts,
        Map.of(RuleShape64.ALL, posts),
        Axis.PRE,
        sparse ? Optional.of(SynapseRows.of(targets, posts)) : Optional.empty());
  }

  private static Run random(RuleDerivation rule, RuleShape64 shape, Random random) {
    boolean[][] pre = new boolean[STEPS][shape.pre()];
    boolean[][] post = new boolean[STEPS][shape.post()];
    double[][] received = new double[STEPS][shape.post()];
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < shape.pre(); j++) {
        pre[t][j] = random.nextInt(2) == 0;
      }
      for (int i = 0; i < shape.post(); i++) {
        post[t][i] = random.nextInt(2) == 0;
        received[t][i] = random.nextGaussian();
      }
    }
    Run run = new Run(rule, shape, pre, post, received);
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.PARAMETER || symbol.role() == Role.STATE) {
        int s = rule.index(symbol);
        for (int j = 0; j < run.value[s].length; j++) {
          Arrays.setAll(run.value[s][j], k -> 0.4 * random.nextDouble());
          if (symbol.role() == Role.STATE) {
            Arrays.setAll(run.adjoint[s][j], k -> random.nextGaussian());
          }
        }
      }
    }
    return run;
  }

  private static int[][] targets(int pres, int posts, boolean sparse, Random random) {
    int[][] targets = new int[pres][];
    for (int j = 0; j < pres; j++) {
      targets[j] =
          IntStream.range(0, posts).filter(i -> !sparse || random.nextInt(3) > 0).toArray();
    }
    return targets;
  }

  /** A new number for each of so many neurons. */
  private static int[] order(int count, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().mapToInt(n -> n).toArray();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void permutingNeuronsPermutesResults(
      @ForAll("rules") RuleDerivation rule,
      @ForAll @IntRange(min = 1, max = 21) int pres,
      @ForAll @IntRange(min = 1, max = 21) int posts,
      @ForAll boolean sparse,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[][] targets = targets(pres, posts, sparse, random);
    Run run = random(rule, shape(targets, posts, sparse), random);
    int[] row = order(pres, random);
    int[] column = order(posts, random);
    int[][] moved = new int[pres][];
    for (int j = 0; j < pres; j++) {
      moved[row[j]] = Arrays.stream(targets[j]).map(i -> column[i]).sorted().toArray();
    }
    Permutation by = new Permutation(rule, targets, moved, row, column);
    Run permuted =
        new Run(
            rule,
            shape(moved, posts, sparse),
            by.spikes(run.pre, row),
            by.spikes(run.post, column),
            by.vectors(run.received));
    by.set(run.value, permuted.value);
    by.set(run.adjoint, permuted.adjoint);
    run.go(true);
    permuted.go(true);
    by.compare(run.after, permuted.after, 0);
    by.compare(run.adjoint, permuted.adjoint, 1e-12);
    assertThat(permuted.weights).isDeepEqualTo(by.of(run.weights, Axis.SYNAPSE));
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void spikesOfAStepAreThoseOfOneNeuronAfterTheOther(
      @ForAll("rules") RuleDerivation rule,
      @ForAll @IntRange(min = 1, max = 21) int pres,
      @ForAll @IntRange(min = 1, max = 21) int posts,
      @ForAll boolean sparse,
      @ForAll long seed) {
    List<Run> runs = new ArrayList<>();
    for (boolean together : new boolean[] {true, false}) {
      Random random = new Random(seed);
      Run run = random(rule, shape(targets(pres, posts, sparse, random), posts, sparse), random);
      run.go(together);
      runs.add(run);
    }
    Permutation same = Permutation.none(rule, runs.getFirst().shape, runs.getFirst().weights);
    same.compare(runs.get(0).after, runs.get(1).after, 0);
    same.compare(runs.get(0).adjoint, runs.get(1).adjoint, 1e-12);
    assertThat(runs.get(1).weights).isDeepEqualTo(runs.get(0).weights);
  }

  /** New numbers for the neurons of both sides. */
  private record Permutation(
      RuleDerivation rule, int[][] targets, int[][] moved, int[] row, int[] column) {

    static Permutation none(RuleDerivation rule, RuleShape64 shape, double[][] rows) {
      int[][] targets = new int[shape.pre()][];
      Arrays.setAll(targets, j -> IntStream.range(0, rows[j].length).toArray());
      return new Permutation(
          rule,
          targets,
          targets,
          IntStream.range(0, shape.pre()).toArray(),
          IntStream.range(0, shape.post()).toArray());
    }

    boolean[][] spikes(boolean[][] steps, int[] order) {
      boolean[][] out = new boolean[steps.length][order.length];
      for (int t = 0; t < steps.length; t++) {
        for (int n = 0; n < order.length; n++) {
          out[t][order[n]] = steps[t][n];
        }
      }
      return out;
    }

    double[][] vectors(double[][] steps) {
      return Arrays.stream(steps).map(row -> vector(row, column)).toArray(double[][]::new);
    }

    private static double[] vector(double[] values, int[] order) {
      double[] out = new double[values.length];
      for (int n = 0; n < out.length; n++) {
        out[order[n]] = values[n];
      }
      return out;
    }

    double[][] of(double[][] array, Axis axis) {
      return switch (axis) {
        case PRE -> new double[][] {vector(array[0], row)};
        case POST -> new double[][] {vector(array[0], column)};
        case SYNAPSE -> {
          double[][] out = new double[array.length][];
          for (int j = 0; j < array.length; j++) {
            out[row[j]] = new double[array[j].length];
            for (int k = 0; k < array[j].length; k++) {
              int to = Arrays.binarySearch(moved[row[j]], column[targets[j][k]]);
              out[row[j]][to] = array[j][k];
            }
          }
          yield out;
        }
        default -> array;
      };
    }

    void set(double[][][] from, double[][][] to) {
      for (int s = 0; s < from.length; s++) {
        to[s] = copy(of(from[s], rule.symbols().get(s).axis()));
      }
    }

    void compare(double[][][] straight, double[][][] other, double tolerance) {
      for (int s = 0; s < straight.length; s++) {
        double[][] want = of(straight[s], rule.symbols().get(s).axis());
        for (int j = 0; j < want.length; j++) {
          for (int k = 0; k < want[j].length; k++) {
            double room = tolerance * Math.max(10, Math.abs(want[j][k]));
            assertThat(other[s][j][k])
                .as("%s [%d][%d]", rule.symbols().get(s), j, k)
                .isCloseTo(want[j][k], within(room));
          }
        }
      }
    }
  }
}
