package plastron.slayer.f64.rate.operation;

import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockParameters64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/**
 * An operation in both directions. Steps {@code from} to {@code to} (exclusive) may be one or a
 * whole chunk; results have the same bits either way.
 */
public abstract class Operation64 {

  /**
   * The engine of an operation.
   *
   * @param parameters whose values and gradients it takes
   * @param memory its position among operations that carry more than states
   */
  public static Operation64 of(Operation operation, BlockParameters64 parameters, int memory) {
    return switch (operation) {
      case Operation.Affine affine -> new Affine64(affine, parameters);
      case Operation.Map map -> new Map64(map);
      case Operation.Combination combination -> new Combination64(combination);
      case Operation.Product product -> new Product64(product);
      case Operation.Concatenation concatenation -> new Concatenation64(concatenation);
      case Operation.Given given -> new Given64(given, parameters);
      case Operation.TraceProduct product -> new TraceProduct64(product, parameters);
      case Operation.HebbianUpdate update -> new HebbianUpdate64(update);
      case Operation.GatedUpdate update -> new GatedUpdate64(update);
      case Operation.LeakyTrace trace -> new LeakyTrace64(trace);
      case Operation.LeakyUnits units -> new LeakyUnits64(units, parameters, memory);
    };
  }

  /** Rows of adjoints that it carries from step to step besides those of states. */
  public double[][] memory() {
    return new double[0][];
  }

  /** Parameters have changed. */
  public void prepare() {}

  /** Computes the results of steps in order. */
  public abstract void forward(BlockTape64 tape, int from, int to);

  /** Adds to the adjoints of what it reads, last step first. */
  public abstract void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to);

  /**
   * Adds to the gradients of parameters, last step first. Called when {@link #backward} has been,
   * for the same steps.
   */
  public void gradient(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {}
}
