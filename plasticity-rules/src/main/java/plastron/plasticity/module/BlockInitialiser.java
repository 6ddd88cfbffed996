package plastron.plasticity.module;

import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Operation;
import plastron.plasticity.rate.program.Parameter;

/** How the parameters of a rate block are drawn that nobody has given a value. */
public final class BlockInitialiser {

  /** Standard deviation of the shares of plasticity, after Miconi and others 2019. */
  private static final double SMALL = 0.01;

  private BlockInitialiser() {}

  /**
   * By what the program makes of it: what multiplies is normal with mean 0 and deviation {@code 1 /
   * sqrt(inputs)}, what scales a Hebbian trace or stands for itself is normal with deviation 0.01,
   * and biases are 0.
   */
  public static Initialiser of(BlockProgram program, Parameter parameter) {
    for (Operation operation : program.operations()) {
      if (operation instanceof Operation.Affine affine
          && affine.matrix().parameter().equals(parameter)) {
        return new Normal(0, 1 / Math.sqrt(affine.matrix().inputs()));
      }
      if (operation instanceof Operation.LeakyUnits units && units.weights().equals(parameter)) {
        return new Normal(0, 1 / Math.sqrt(parameter.columns()));
      }
      if (operation instanceof Operation.Affine affine && parameter.equals(affine.bias())) {
        return new Constant(0);
      }
    }
    return new Normal(0, SMALL);
  }
}
