package plastron.plasticity.rate;

import plastron.plasticity.rate.program.BlockProgram;

/**
 * What a block of rate units is: sizes and settings, no values of parameters. Its program says its
 * inputs, its output, its parameters and its states with their shapes, and what a step computes;
 * the gradient follows from the program. Immutable.
 */
public interface RateBlock {

  /** The name of its {@link BlockKind}. */
  String kind();

  /** What a {@link BlockDescription} needs of it besides the shapes of its parameters. */
  BlockSettings settings();

  /** What it computes in a step; equal for equal blocks. */
  BlockProgram program();
}
