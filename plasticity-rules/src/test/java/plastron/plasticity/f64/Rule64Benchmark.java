package plastron.plasticity.f64;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.f64.row.RowCompiler64;
import plastron.plasticity.family.RuleOptions;

/**
 * What the border of two windows of an NDP-Oja layer with 40 inputs and 64 neurons costs: the trace
 * update with the effective weights that it leads to, and the reverse of both with the adjoints of
 * all symbols. The derived code, its plain reading, and code written by hand; all have the same
 * bits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Rule64Benchmark {

  /** Whose code. */
  public enum Code {
    DERIVED,
    BY_HAND,
    PLAIN
  }

  /** Which way. */
  public enum Part {
    FORWARDS,
    BACKWARDS,
    BOTH
  }

  @Param public Code code;

  @Param public Part part;

  private RuleFrame64 frame;
  private RuleFrame64 adjoint;
  private double[][] weight;
  private double[][] weightAdjoint;
  private double[][] signalAdjoints;
  private RuleProgram64 program;
  private RuleAdjoint64 reverse;
  private NdpOjaByHand64 byHand;

  /**
   * Draws the numbers and checks that the results are those of the plain reading; afterwards again,
   * when all is compiled.
   */
  @Setup(Level.Trial)
  @TearDown(Level.Trial)
  public void prepare() {
    Code chosen = code;
    code = Code.PLAIN;
    draw();
    both();
    double[][][][] expected = results();
    code = chosen;
    draw();
    both();
    if (!Arrays.deepEquals(results(), expected)) {
      throw new IllegalStateException("Results differ from those of the plain reading.");
    }
  }

  private double[][][][] results() {
    double[][][] gradients =
        Stream.of("x", "y", "W", "alpha", "eta", "E", "W_m")
            .map(adjoint::of)
            .toArray(double[][][]::new);
    return new double[][][][] {frame.next, new double[][][] {weight.clone()}, gradients};
  }

  private void draw() {
    RuleOptions options = RuleOptions.paper().clippedAt(0.5);
    RuleDerivation rule = RuleDerivation.of(Catalogue.find("ndp-oja").orElseThrow().build(options));
    RuleShape64 shape = new RuleShape64(40, 64, 0);
    RowCompiler64 compiler = code == Code.PLAIN ? RowCompiler64.PLAIN : RowCompiler64.FASTEST;
    program = new RuleProgram64(rule, shape, compiler);
    reverse = new RuleAdjoint64(rule, shape, Set.copyOf(rule.symbols()), compiler);
    frame = new RuleFrame64(rule, shape);
    adjoint = new RuleFrame64(rule, shape);
    weight = shape.zeros(Axis.SYNAPSE);
    weightAdjoint = shape.zeros(Axis.SYNAPSE);
    Random random = new Random(1);
    fill(frame.value, random);
    fill(adjoint.value, random);
    fill(new double[][][] {weightAdjoint}, random);
    frame.of("eta")[0][0] = (double) 0.05;
    signalAdjoints =
        IntStream.range(0, frame.value.length)
            .filter(s -> rule.symbols().get(s).role() == Role.SIGNAL)
            .mapToObj(s -> adjoint.value[s][0])
            .toArray(double[][]::new);
    byHand = new NdpOjaByHand64(frame, adjoint, weight, weightAdjoint);
  }

  private static void fill(double[][][] arrays, Random random) {
    for (double[][] rows : arrays) {
      for (double[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (double) random.nextDouble(-1, 1);
        }
      }
    }
  }

  /** The part. */
  @Benchmark
  public double[][] border() {
    switch (part) {
      case FORWARDS -> forwards();
      case BACKWARDS -> backwards();
      case BOTH -> both();
    }
    return weight;
  }

  private void both() {
    forwards();
    backwards();
  }

  private void forwards() {
    if (code == Code.BY_HAND) {
      byHand.forwards();
    } else {
      program.updateAndWeight(frame);
      weight = program.nextWeight(frame);
    }
  }

  private void backwards() {
    if (code == Code.BY_HAND) {
      byHand.backwards();
      return;
    }
    for (double[] row : signalAdjoints) {
      Arrays.fill(row, 0);
    }
    reverse.updateAndWeight(frame, weightAdjoint, adjoint.value);
  }
}
