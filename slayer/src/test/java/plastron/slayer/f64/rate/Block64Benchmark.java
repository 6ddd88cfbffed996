package plastron.slayer.f64.rate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.kind.Backpropamine;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rate.kind.NmRnn;
import plastron.plasticity.rate.kind.NmnActor;
import plastron.plasticity.rate.kind.PlasticLstm;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** Time for a step of a block of the size of its source, in chunks of 200. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class Block64Benchmark {

  private static final int STEPS = 200;

  /** Which block. */
  public enum Size {
    /** The NMN's first network of benchmarks 2 and 3. */
    GRU_100(new Gru(100, 100)),
    /** The actor of benchmark 1. */
    ACTOR(new NmnActor(3, 1, List.of(50), 20, List.of(10), 1, -1)),
    /** That of path integration. */
    PLASTIC_LSTM_128(new PlasticLstm(3, 128, PlasticLstm.Alpha.SYNAPSE, 2)),
    /** That of the maze. */
    BACKPROPAMINE_100(
        new Backpropamine(24, 100, 5, Backpropamine.Mode.RETROACTIVE, /* fanOut= */ true, 1)),
    /** That of measure-wait-go. */
    NM_RNN_100(new NmRnn(3, 100, 3, 5, 1, 10, 100, /* orthonormal= */ true));

    private final RateBlock block;

    Size(RateBlock block) {
      this.block = block;
    }
  }

  /** Which block. */
  @Param public Size size = Size.GRU_100;

  private BlockRun64 run;
  private BlockTape64 tape;
  private BlockState64 state;
  private BlockAdjoint64 adjoint;

  /** Draws small parameters. */
  @Setup
  public void draw() {
    run = new BlockRun64(size.block, Integer.MAX_VALUE, STEPS, 1);
    run.parameters.scale(0.1);
    run.block.load(run.parameters, 0);
    tape = run.block.tape();
    state = run.block.state();
    state.restore(run.initial, 0);
    tape.begin(state, STEPS);
    run.fill(tape, 0, STEPS);
    adjoint = run.block.adjoint();
    adjoint.reserve(STEPS);
    for (double[] row : adjoint.output()) {
      Arrays.fill(row, 1);
    }
  }

  /** Forwards. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double[][] forward() {
    tape.begin(state, STEPS);
    run.block.forward(tape, 0, STEPS);
    return tape.output();
  }

  /** Forwards and backwards. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double[][] both() {
    double[][] outputs = forward();
    adjoint.clear();
    run.block.backward(tape, adjoint, 0, STEPS);
    return outputs;
  }
}
