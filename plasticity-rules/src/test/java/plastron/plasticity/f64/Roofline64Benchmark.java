package plastron.plasticity.f64;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one core can do at most in this language, for other benchmarks to be held against. An
 * operation is a floating-point operation in {@code fused} and {@code separate}, a byte read or
 * written in {@code read} and {@code triad}; operations per nanosecond are 10^9 of them a second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Roofline64Benchmark {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int CHAINS = 12;
  private static final int FLOP = CHAINS << 16;
  private static final int MOST_BYTES = 1 << 28;

  /** Three arrays that together fit the first cache, the second, or none. */
  @State(Scope.Thread)
  public static class Memory64 {

    /** Four thirds of the arrays' bytes. */
    @Param({"16384", "524288", "268435456"})
    public int bytes;

    private double[] a = {};
    private double[] b = {};
    private double[] c = {};

    /** Fills the arrays. */
    @Setup
    public void fill() {
      a = new double[bytes / 4 / (S.elementSize() / 8)];
      b = new double[a.length];
      c = new double[a.length];
      Arrays.fill(a, 1);
      Arrays.fill(b, 1);
    }
  }

  /** Numbers that the compiler does not know. */
  @State(Scope.Thread)
  public static class Given64 {
    private final double[] numbers = new double[64];

    /** Fills the numbers. */
    @Setup
    public void fill() {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = 1 - i * (double) 1e-3;
      }
    }
  }

  /** Multiplications and additions fused, twelve independent chains. */
  @Benchmark
  @OperationsPerInvocation(FLOP)
  public double fused(Given64 given) {
    DoubleVector k = DoubleVector.broadcast(S, given.numbers[40]);
    DoubleVector c = DoubleVector.broadcast(S, given.numbers[41]);
    DoubleVector v0 = DoubleVector.broadcast(S, given.numbers[0]);
    DoubleVector v1 = DoubleVector.broadcast(S, given.numbers[1]);
    DoubleVector v2 = DoubleVector.broadcast(S, given.numbers[2]);
    DoubleVector v3 = DoubleVector.broadcast(S, given.numbers[3]);
    DoubleVector v4 = DoubleVector.broadcast(S, given.numbers[4]);
    DoubleVector v5 = DoubleVector.broadcast(S, given.numbers[5]);
    DoubleVector v6 = DoubleVector.broadcast(S, given.numbers[6]);
    DoubleVector v7 = DoubleVector.broadcast(S, given.numbers[7]);
    DoubleVector v8 = DoubleVector.broadcast(S, given.numbers[8]);
    DoubleVector v9 = DoubleVector.broadcast(S, given.numbers[9]);
    DoubleVector v10 = DoubleVector.broadcast(S, given.numbers[10]);
    DoubleVector v11 = DoubleVector.broadcast(S, given.numbers[11]);
    for (int t = 0; t < FLOP / (2 * CHAINS * L); t++) {
      v0 = v0.fma(k, c);
      v1 = v1.fma(k, c);
      v2 = v2.fma(k, c);
      v3 = v3.fma(k, c);
      v4 = v4.fma(k, c);
      v5 = v5.fma(k, c);
      v6 = v6.fma(k, c);
      v7 = v7.fma(k, c);
      v8 = v8.fma(k, c);
      v9 = v9.fma(k, c);
      v10 = v10.fma(k, c);
      v11 = v11.fma(k, c);
    }
    return v0.add(v1)
        .add(v2)
        .add(v3)
        .add(v4)
        .add(v5)
        .add(v6)
        .add(v7)
        .add(v8)
        .add(v9)
        .add(v10)
        .add(v11)
        .lane(0);
  }

  /** Multiplications and additions as the rules have them, each rounded. */
  @Benchmark
  @OperationsPerInvocation(FLOP)
  public double separate(Given64 given) {
    DoubleVector k = DoubleVector.broadcast(S, given.numbers[40]);
    DoubleVector c = DoubleVector.broadcast(S, given.numbers[41]);
    DoubleVector v0 = DoubleVector.broadcast(S, given.numbers[0]);
    DoubleVector v1 = DoubleVector.broadcast(S, given.numbers[1]);
    DoubleVector v2 = DoubleVector.broadcast(S, given.numbers[2]);
    DoubleVector v3 = DoubleVector.broadcast(S, given.numbers[3]);
    DoubleVector v4 = DoubleVector.broadcast(S, given.numbers[4]);
    DoubleVector v5 = DoubleVector.broadcast(S, given.numbers[5]);
    DoubleVector v6 = DoubleVector.broadcast(S, given.numbers[6]);
    DoubleVector v7 = DoubleVector.broadcast(S, given.numbers[7]);
    DoubleVector v8 = DoubleVector.broadcast(S, given.numbers[8]);
    DoubleVector v9 = DoubleVector.broadcast(S, given.numbers[9]);
    DoubleVector v10 = DoubleVector.broadcast(S, given.numbers[10]);
    DoubleVector v11 = DoubleVector.broadcast(S, given.numbers[11]);
    for (int t = 0; t < FLOP / (2 * CHAINS * L); t++) {
      v0 = v0.mul(k).add(c);
      v1 = v1.mul(k).add(c);
      v2 = v2.mul(k).add(c);
      v3 = v3.mul(k).add(c);
      v4 = v4.mul(k).add(c);
      v5 = v5.mul(k).add(c);
      v6 = v6.mul(k).add(c);
      v7 = v7.mul(k).add(c);
      v8 = v8.mul(k).add(c);
      v9 = v9.mul(k).add(c);
      v10 = v10.mul(k).add(c);
      v11 = v11.mul(k).add(c);
    }
    return v0.add(v1)
        .add(v2)
        .add(v3)
        .add(v4)
        .add(v5)
        .add(v6)
        .add(v7)
        .add(v8)
        .add(v9)
        .add(v10)
        .add(v11)
        .lane(0);
  }

  /** Sums of three arrays. */
  @Benchmark
  @OperationsPerInvocation(MOST_BYTES / 4 * 3)
  public double read(Memory64 memory) {
    double sum = 0;
    for (int turn = 0; turn < MOST_BYTES / memory.bytes; turn++) {
      sum += sum(memory.a) + sum(memory.b) + sum(memory.c);
    }
    return sum;
  }

  private static double sum(double[] a) {
    DoubleVector s0 = DoubleVector.zero(S);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int i = 0; i < a.length; i += 4 * L) {
      s0 = s0.add(DoubleVector.fromArray(S, a, i));
      s1 = s1.add(DoubleVector.fromArray(S, a, i + L));
      s2 = s2.add(DoubleVector.fromArray(S, a, i + 2 * L));
      s3 = s3.add(DoubleVector.fromArray(S, a, i + 3 * L));
    }
    return s0.add(s1).add(s2).add(s3).lane(0);
  }

  /** {@code c = a + k b}. */
  @Benchmark
  @OperationsPerInvocation(MOST_BYTES / 4 * 3)
  public double[] triad(Memory64 memory) {
    for (int turn = 0; turn < MOST_BYTES / memory.bytes; turn++) {
      triad(memory.a, memory.b, memory.c, turn);
    }
    return memory.c;
  }

  private static void triad(double[] a, double[] b, double[] c, double k) {
    for (int i = 0; i < c.length; i += L) {
      DoubleVector.fromArray(S, a, i).add(DoubleVector.fromArray(S, b, i).mul(k)).intoArray(c, i);
    }
  }
}
