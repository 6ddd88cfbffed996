package plastron.slayer.f64.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.sweep.FlatVector;

/**
 * A block with random parameters, inputs, initial states and weights of a loss that is linear in
 * all outputs and final states. The same seed gives the same numbers in both precisions.
 */
public final class BlockRun64 {

  final Block64 block;
  final BlockProgram program;
  final int steps;
  final FlatVector parameters;
  final FlatVector initial;
  final FlatVector[] inputs;
  final FlatVector outputWeights;
  final FlatVector finalWeights;

  /**
   * Everything a run finds.
   *
   * @param outputs by step
   * @param inputGradients by input and step
   */
  public record Found(
      double[][] outputs,
      FlatVector last,
      FlatVector gradient,
      double[][][] inputGradients,
      FlatVector initialGradient) {

    /** All numbers, to be compared at once. */
    public List<Double> all() {
      List<Double> all = new ArrayList<>();
      for (double[] row : outputs) {
        for (double value : row) {
          all.add(value);
        }
      }
      for (double[][] rows : inputGradients) {
        for (double[] row : rows) {
          for (double value : row) {
            all.add(value);
          }
        }
      }
      for (FlatVector vector : List.of(last, gradient, initialGradient)) {
        for (int i = 0; i < vector.size(); i++) {
          all.add((double) vector.get(i));
        }
      }
      return all;
    }
  }

  /** Draws everything. */
  public BlockRun64(RateBlock declared, int truncateSteps, int steps, long seed) {
    block = new Block64(declared, truncateSteps);
    program = block.program();
    this.steps = steps;
    SplittableRandom random = new SplittableRandom(seed);
    parameters = draw(program.parameterCount(), random);
    initial = draw(program.stateCount() + 1, random);
    initial.set(program.stateCount(), 0);
    inputs = new FlatVector[program.inputs().size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = draw(steps * program.inputs().get(i).quantity().columns(), random);
    }
    outputWeights = draw(steps * program.output().columns(), random);
    finalWeights = draw(program.stateCount() + 1, random);
    finalWeights.set(program.stateCount(), 0);
    block.load(parameters, 0);
  }

  /** Single-precision numbers, so that both precisions see the same. */
  private static FlatVector draw(int size, SplittableRandom random) {
    FlatVector vector = new FlatVector(size);
    for (int i = 0; i < size; i++) {
      vector.set(i, Math.scalb((float) random.nextInt(-900, 900), -10));
    }
    return vector;
  }

  /** The loss of a forward run with what the fields hold now. */
  double loss() {
    block.load(parameters, 0);
    BlockState64 state = block.state();
    state.restore(initial, 0);
    BlockTape64 tape = block.tape();
    tape.begin(state, steps);
    fill(tape, 0, steps);
    block.forward(tape, 0, steps);
    double loss = 0;
    for (int t = 0; t < steps; t++) {
      double[] y = tape.output()[t];
      for (int i = 0; i < y.length; i++) {
        loss += y[i] * (double) outputWeights.get(t * y.length + i);
      }
    }
    tape.state(steps, state);
    FlatVector last = new FlatVector(state.size());
    state.save(last, 0);
    for (int i = 0; i < program.stateCount(); i++) {
      loss += (double) (last.get(i) * finalWeights.get(i));
    }
    return loss;
  }

  /** The inputs of some steps. */
  void fill(BlockTape64 tape, int first, int length) {
    for (int i = 0; i < inputs.length; i++) {
      for (int t = 0; t < length; t++) {
        double[] row = tape.input(i)[t];
        inputs[i].copy((first + t) * row.length, row);
      }
    }
  }

  /** Everything at once. */
  public Found whole() {
    return run(steps, steps);
  }

  /**
   * Everything in chunks, each with a tape of its own, and each of those in parts.
   *
   * @param chunk most steps of a chunk
   * @param part most steps of a part
   */
  Found run(int chunk, int part) {
    int chunks = Math.ceilDiv(steps, chunk);
    BlockTape64[] tapes = new BlockTape64[chunks];
    BlockState64 state = block.state();
    state.restore(initial, 0);
    double[][] outputs = new double[steps][];
    for (int c = 0; c < chunks; c++) {
      int first = c * chunk;
      int length = Math.min(chunk, steps - first);
      tapes[c] = block.tape();
      tapes[c].begin(state, length);
      fill(tapes[c], first, length);
      for (int from = 0; from < length; from += part) {
        block.forward(tapes[c], from, Math.min(from + part, length));
      }
      for (int t = 0; t < length; t++) {
        outputs[first + t] = tapes[c].output()[t].clone();
      }
      tapes[c].state(length, state);
    }
    FlatVector last = new FlatVector(state.size());
    state.save(last, 0);
    BlockAdjoint64 adjoint = block.adjoint();
    adjoint.reserve(chunk);
    adjoint.clear();
    adjoint.state().restore(finalWeights, 0);
    double[][][] inputGradients = new double[inputs.length][steps][];
    for (int c = chunks - 1; c >= 0; c--) {
      int first = c * chunk;
      int length = tapes[c].steps();
      for (int t = 0; t < length; t++) {
        double[] row = adjoint.output()[t];
        outputWeights.copy((first + t) * row.length, row);
      }
      for (int to = length; to > 0; to = (to - 1) / part * part) {
        block.backward(tapes[c], adjoint, (to - 1) / part * part, to);
      }
      for (int i = 0; i < inputs.length; i++) {
        for (int t = 0; t < length; t++) {
          inputGradients[i][first + t] = adjoint.input(i)[t].clone();
        }
      }
    }
    FlatVector initialGradient = new FlatVector(adjoint.state().size());
    adjoint.state().setStep(0);
    adjoint.state().save(initialGradient, 0);
    FlatVector gradient = new FlatVector(program.parameterCount());
    block.drain(gradient, 0);
    return new Found(outputs, last, gradient, inputGradients, initialGradient);
  }
}
