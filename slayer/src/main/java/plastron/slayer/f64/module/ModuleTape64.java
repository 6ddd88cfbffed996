package plastron.slayer.f64.module;

import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/**
 * What the way back needs to know about a module in every window of an episode or chunk. Unlike
 * what rules do it is never recomputed: a block has rows where a rule has matrices.
 */
public final class ModuleTape64 {

  final BlockTape64 block;

  /** Windows whose step was taken. */
  private int taken;

  ModuleTape64(BlockTape64 block) {
    this.block = block;
  }

  /** Begins an episode or chunk of so many full windows. */
  void begin(BlockState64 state, int windows) {
    block.begin(state, windows);
    taken = 0;
  }

  /** Whether the step of a window was taken before; if not, it is now. */
  boolean isTaken(int window) {
    if (window < taken) {
      return true;
    }
    taken = window + 1;
    return false;
  }

  /** Number of full windows. */
  public int windows() {
    return block.steps();
  }

  /** How many values the module gives. */
  public int width() {
    return block.program.output().columns();
  }

  /** What the module gave at the end of a window, live. */
  public double[] output(int window) {
    return block.output()[window];
  }
}
