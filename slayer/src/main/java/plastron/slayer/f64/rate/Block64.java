package plastron.slayer.f64.rate;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.operation.Operation64;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockParameters64;
import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.sweep.FlatVector;

/**
 * A rate block, forwards and backwards through time. A chunk of steps may be taken at once, in
 * parts or step by step, each way with the same bits; what does not depend on the state is computed
 * for the whole part at a time. One example at a time; gradients of all are added up. Owned by one
 * thread at a time; nothing is allocated for a step.
 *
 * <p>Forwards: {@link BlockTape64#begin}, fill {@link BlockTape64#input}, {@link #forward}, read
 * {@link BlockTape64#output}. Backwards: {@link BlockAdjoint64#clear} before an episode's last
 * chunk, {@link BlockAdjoint64#reserve}, fill {@link BlockAdjoint64#output}, {@link #backward},
 * read {@link BlockAdjoint64#input}; then {@link BlockAdjoint64#state} is what the chunk before it
 * begins with. At the end {@link #drain}.
 */
public final class Block64 {

  private final BlockProgram program;
  private final int truncateSteps;
  private final BlockParameters64 parameters;
  private final List<Operation64> ahead;
  private final List<Operation64> recurrent;
  private final List<Operation64> after;
  private final List<Operation64> all = new ArrayList<>();

  /** An equal program: a tape's is compared with that of the last one, mostly the same object. */
  private BlockProgram lastTape;

  /** A block whose gradients go back to the start. */
  public Block64(RateBlock block) {
    this(block, Integer.MAX_VALUE);
  }

  /**
   * A block whose states are constants for the gradient after every so many steps, counted from the
   * start of a state; forwards they go on.
   *
   * @param truncateSteps at least 1
   */
  public Block64(RateBlock block, int truncateSteps) {
    if (truncateSteps < 1) {
      throw new IllegalArgumentException(
          "Truncation (after %d steps) must be after at least 1.".formatted(truncateSteps));
    }
    program = block.program();
    lastTape = program;
    this.truncateSteps = truncateSteps;
    parameters = new BlockParameters64(program);
    ahead = engines(program.ahead());
    recurrent = engines(program.recurrent());
    after = engines(program.after());
  }

  private List<Operation64> engines(List<Operation> operations) {
    List<Operation64> engines = new ArrayList<>();
    for (Operation operation : operations) {
      Operation64 engine = Operation64.of(operation, parameters, all.size());
      all.add(engine);
      engines.add(engine);
    }
    return engines;
  }

  /** What it computes. */
  public BlockProgram program() {
    return program;
  }

  /**
   * Takes over parameter values and forgets gradients not yet drained.
   *
   * @param from the parameters from position {@code offset} on, not modified
   * @throws IllegalArgumentException if they are too few, or one is not finite in this precision
   */
  public void load(FlatVector from, int offset) {
    parameters.load(from, offset);
    all.forEach(Operation64::prepare);
  }

  /** A state of zeros. */
  public BlockState64 state() {
    return new BlockState64(program);
  }

  /** An empty tape for chunks of any length. */
  public BlockTape64 tape() {
    return new BlockTape64(program);
  }

  /** Adjoints for chunks of any length. */
  public BlockAdjoint64 adjoint() {
    double[][][] memory = new double[all.size()][][];
    for (int o = 0; o < memory.length; o++) {
      memory[o] = all.get(o).memory();
    }
    return new BlockAdjoint64(program, memory);
  }

  /**
   * Computes steps of a chunk.
   *
   * @param tape begun, its inputs of these steps filled, and all steps before them computed
   * @param from first step
   * @param to the step after the last
   */
  public void forward(BlockTape64 tape, int from, int to) {
    check(tape, from, to);
    for (int o = 0; o < ahead.size(); o++) {
      ahead.get(o).forward(tape, from, to);
    }
    for (int t = from; t < to; t++) {
      for (int o = 0; o < recurrent.size(); o++) {
        recurrent.get(o).forward(tape, t, t + 1);
      }
    }
    for (int o = 0; o < after.size(); o++) {
      after.get(o).forward(tape, from, to);
    }
  }

  /**
   * Back-propagates through steps of a chunk and adds to the gradients.
   *
   * @param tape as {@link #forward} left it under the same parameters
   * @param adjoint its output rows of these steps filled, its state that of the state after them
   * @param from first step
   * @param to the step after the last
   */
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    check(tape, from, to);
    if (!adjoint.program.equals(program) || adjoint.capacity() < to) {
      throw new IllegalArgumentException(
          "Adjoints (room for %d steps) must be of this block and have room for %d."
              .formatted(adjoint.capacity(), to));
    }
    adjoint.begin(from, to);
    for (int o = after.size() - 1; o >= 0; o--) {
      after.get(o).backward(tape, adjoint, from, to);
    }
    for (int t = to - 1; t >= from; t--) {
      if ((tape.first + t + 1) % truncateSteps == 0) {
        adjoint.cut();
      }
      adjoint.enter(t);
      for (int o = recurrent.size() - 1; o >= 0; o--) {
        recurrent.get(o).backward(tape, adjoint, t, t + 1);
      }
    }
    for (int o = ahead.size() - 1; o >= 0; o--) {
      ahead.get(o).backward(tape, adjoint, from, to);
    }
    for (int o = 0; o < all.size(); o++) {
      all.get(o).gradient(tape, adjoint, from, to);
    }
  }

  private void check(BlockTape64 tape, int from, int to) {
    if (!tape.program.equals(lastTape)) {
      throw new IllegalArgumentException("Tape must be one of this block or of an equal one.");
    }
    lastTape = tape.program;
    if (from < 0 || from > to || to > tape.steps()) {
      throw new IllegalArgumentException(
          "Steps (%d to %d) must be in order and within the chunk's %d."
              .formatted(from, to, tape.steps()));
    }
  }

  /**
   * Hands over the sum of gradients, which then begins anew.
   *
   * @param gradient overwritten from position {@code offset} on, laid out as the parameters
   */
  public void drain(FlatVector gradient, int offset) {
    parameters.drain(gradient, offset);
  }
}
