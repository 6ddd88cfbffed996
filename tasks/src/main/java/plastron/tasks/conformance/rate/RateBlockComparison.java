package plastron.tasks.conformance.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.kind.Manifold;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.StateVariable;
import plastron.slayer.f64.rate.Block64;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.sweep.FlatVector;

/** Runs the examples of a reference vector forwards and backwards and compares all it expects. */
final class RateBlockComparison {

  private static final double TOLERANCE = 1e-10;
  private static final double ZERO_TOLERANCE = 1e-13;

  private final RateBlockVector vector;
  private final Comparison comparison;
  private final BlockProgram program;

  /**
   * What a run found, laid out as the file's arrays.
   *
   * @param finals by state
   * @param inputGradients by input
   * @param initialGradients by state
   */
  private record Found(
      double[] outputs,
      List<double[]> finals,
      double loss,
      FlatVector gradient,
      List<double[]> inputGradients,
      List<double[]> initialGradients) {}

  RateBlockComparison(RateBlockVector vector, Comparison comparison) {
    this.vector = vector;
    this.comparison = comparison;
    program = vector.block().program();
  }

  void run() {
    comparison.nextCase();
    VectorReader expected = vector.expected();
    Found found = run(vector.block());
    int outputs = program.output().columns();
    double[] want =
        NumberArray.read(expected, "outputs")
            .of("expected, outputs", vector.steps(), vector.batch(), outputs)
            .values();
    near(found.outputs(), want, "outputs");
    near(new double[] {found.loss()}, new double[] {expected.number("loss")}, "loss");
    states(found.finals(), expected.object("final"), "final");
    states(found.initialGradients(), expected.object("grad_initial"), "gradient of initial");
    for (int i = 0; i < program.inputs().size(); i++) {
      String name = program.inputs().get(i).name();
      int width = program.inputs().get(i).quantity().columns();
      double[] gradient =
          NumberArray.read(expected.object("grad_inputs"), name)
              .of("expected, grad_inputs, " + name, vector.steps(), vector.batch(), width)
              .values();
      near(found.inputGradients().get(i), gradient, "gradient of input " + name);
    }
    parameters(found.gradient(), expected.object("grad"), "gradient of ");
    if (vector.block() instanceof Manifold manifold) {
      double[] preconditioned = found.gradient().toArray();
      manifold.precondition(preconditioned);
      FlatVector direction = new FlatVector(preconditioned.length);
      direction.set(0, preconditioned);
      parameters(direction, expected.object("preconditioned"), "preconditioned ");
    }
    for (Map.Entry<String, RateBlock> each : vector.approximations().entrySet()) {
      approximation(each.getKey(), each.getValue());
    }
  }

  private void approximation(String name, RateBlock block) {
    VectorReader expected = vector.expected().object("approximations").object(name);
    Found found = run(block);
    for (String field : List.of("W", "W_in")) {
      Parameter parameter = program.parameter(field);
      near(
          slice(found.gradient(), parameter),
          RateBlockVector.parameter(expected, parameter),
          name + ", gradient of " + field);
    }
  }

  private void states(List<double[]> got, VectorReader expected, String place) {
    for (int s = 0; s < got.size(); s++) {
      StateVariable state = program.states().get(s);
      double[] want = RateBlockVector.state(expected, state, vector.batch());
      near(got.get(s), want, place + " " + state.name());
    }
  }

  private void parameters(FlatVector got, VectorReader expected, String place) {
    FlatVector want = RateBlockVector.parameters(expected, program);
    for (Parameter parameter : program.parameters()) {
      near(slice(got, parameter), slice(want, parameter), place + parameter.name());
    }
  }

  private static double[] slice(FlatVector all, Parameter parameter) {
    double[] values = new double[parameter.size()];
    all.copy(parameter.offset(), values);
    return values;
  }

  private Found run(RateBlock declared) {
    Block64 block = new Block64(declared, vector.truncateSteps());
    block.load(vector.parameters(), 0);
    int steps = vector.steps();
    int batch = vector.batch();
    int width = program.output().columns();
    BlockTape64 tape = block.tape();
    BlockState64 state = block.state();
    BlockAdjoint64 adjoint = block.adjoint();
    adjoint.reserve(steps);
    double[] outputs = new double[steps * batch * width];
    List<double[]> finals = like(vector.initial());
    List<double[]> inputGradients = like(vector.inputs());
    List<double[]> initialGradients = like(vector.initial());
    double loss = 0;
    for (int b = 0; b < batch; b++) {
      state.clear();
      states(state, vector.initial(), b, /* read= */ false);
      tape.begin(state, steps);
      rows(vector.inputs(), b, tape, adjoint, /* read= */ false);
      block.forward(tape, 0, steps);
      tape.state(steps, state);
      states(state, finals, b, /* read= */ true);
      adjoint.clear();
      for (int t = 0; t < steps; t++) {
        for (int i = 0; i < width; i++) {
          int at = (t * batch + b) * width + i;
          outputs[at] = tape.output()[t][i];
          double error = outputs[at] - vector.targets()[at];
          loss += error * error / outputs.length;
          adjoint.output()[t][i] = 2 * error / outputs.length;
        }
      }
      block.backward(tape, adjoint, 0, steps);
      states(adjoint.state(), initialGradients, b, /* read= */ true);
      rows(inputGradients, b, tape, adjoint, /* read= */ true);
    }
    FlatVector gradient = new FlatVector(program.parameterCount());
    block.drain(gradient, 0);
    return new Found(outputs, finals, loss, gradient, inputGradients, initialGradients);
  }

  private static List<double[]> like(List<double[]> arrays) {
    List<double[]> zeros = new ArrayList<>();
    arrays.forEach(array -> zeros.add(new double[array.length]));
    return zeros;
  }

  /** One example's states: into the arrays if read, else from them. */
  private static void states(BlockState64 state, List<double[]> arrays, int b, boolean read) {
    for (int s = 0; s < arrays.size(); s++) {
      double[][] rows = state.rows(s);
      int columns = rows[0].length;
      for (int r = 0; r < rows.length; r++) {
        int at = (b * rows.length + r) * columns;
        if (read) {
          System.arraycopy(rows[r], 0, arrays.get(s), at, columns);
        } else {
          System.arraycopy(arrays.get(s), at, rows[r], 0, columns);
        }
      }
    }
  }

  /** One example's inputs from the arrays, or if read their adjoints into them. */
  private void rows(
      List<double[]> arrays, int b, BlockTape64 tape, BlockAdjoint64 adjoint, boolean read) {
    for (int i = 0; i < arrays.size(); i++) {
      for (int t = 0; t < vector.steps(); t++) {
        double[] row = read ? adjoint.input(i)[t] : tape.input(i)[t];
        int at = (t * vector.batch() + b) * row.length;
        if (read) {
          System.arraycopy(row, 0, arrays.get(i), at, row.length);
        } else {
          System.arraycopy(arrays.get(i), at, row, 0, row.length);
        }
      }
    }
  }

  private void near(double[] got, double[] want, String place) {
    if (got.length != want.length) {
      throw new BrokenVectorException(
          "expected, %s (%d numbers) must be %d".formatted(place, want.length, got.length));
    }
    double scale = 0;
    for (double value : want) {
      scale = Math.max(scale, Math.abs(value));
    }
    double unit = scale == 0 ? ZERO_TOLERANCE / TOLERANCE : scale;
    for (int i = 0; i < want.length; i++) {
      int at = i;
      comparison.within(
          Math.abs(got[i] - want[i]) / unit, TOLERANCE, () -> "%s, entry %d".formatted(place, at));
    }
  }
}
