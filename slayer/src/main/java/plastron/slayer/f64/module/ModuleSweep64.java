package plastron.slayer.f64.module;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.slayer.f64.module.ModuleForm64.Read;
import plastron.slayer.f64.rate.Block64;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * One module, forwards and backwards: a step of its block at the end of every full window. Owned by
 * one thread.
 */
public final class ModuleSweep64 {

  private final ModuleForm64 form;
  private final Block64 block;

  /** Where the next chunk begins. */
  private final BlockState64 state;

  private final BlockAdjoint64 adjoint;

  /** What it gives, before any parameters are loaded. */
  public ModuleSweep64(ModuleForm64 form) {
    this.form = form;
    block = new Block64(form.block());
    state = block.state();
    adjoint = block.adjoint();
  }

  /** An empty tape. */
  public ModuleTape64 tape() {
    return new ModuleTape64(block.tape());
  }

  /** Everything that changes during an episode. */
  public List<double[][]> evolving() {
    List<double[][]> all = new ArrayList<>();
    for (int s = 0; s < block.program().states().size(); s++) {
      all.add(state.rows(s));
    }
    return all;
  }

  /** Takes over parameters and forgets gradients. */
  public void load(FlatVector parameters, int offset) {
    block.load(parameters, offset);
  }

  /** Hands over the gradient and forgets it. */
  public void drain(FlatVector gradient, int offset) {
    block.drain(gradient, offset);
  }

  /** Begins an episode or chunk of so many full windows, from the present state. */
  public void begin(ModuleTape64 tape, int windows) {
    tape.begin(state, windows);
  }

  /** Moves the state on over all windows of a tape that were taken. */
  public void leave(ModuleTape64 tape) {
    tape.block.state(tape.windows(), state);
  }

  /**
   * Takes the step at the end of a window of the tape, unless it was taken before.
   *
   * @param rates of the window, by population
   * @param modules tapes of all modules, those that this one reads having been taken
   */
  public void forward(
      ModuleTape64 tape, int window, double[][] rates, Input input, ModuleTape64[] modules) {
    if (tape.isTaken(window)) {
      return;
    }
    for (Read read : form.reads()) {
      double[] row = tape.block.input(read.port())[window];
      if (read.population() != ModuleForm64.NONE) {
        System.arraycopy(rates[read.population()], 0, row, read.at(), read.width());
      } else if (read.module() != ModuleForm64.NONE) {
        double[] given = modules[read.module()].output(window);
        System.arraycopy(given, 0, row, read.at(), read.width());
      } else {
        Signal signal = input.signal(read.signal());
        for (int i = 0; i < read.width(); i++) {
          row[read.at() + i] = (double) signal.at(window, i);
        }
      }
    }
    block.forward(tape.block, window, window + 1);
  }

  /** Forgets the adjoints of everything later. */
  public void clearAdjoint() {
    adjoint.clear();
  }

  /**
   * Begins the adjoints of what the module gave at the end of a window.
   *
   * @param loss of it
   */
  public void beginAdjoint(ModuleTape64 tape, int window, OutputAdjoint loss) {
    adjoint.reserve(tape.windows());
    double[] row = adjoint.output()[window];
    if (loss.isEmpty()) {
      Arrays.fill(row, 0);
    } else {
      loss.copy(window, row);
    }
  }

  /** Adjoints of what the module gave at the end of a window, live: added to by all who read it. */
  public double[] outputAdjoint(int window) {
    return adjoint.output()[window];
  }

  /**
   * The reverse of {@link #forward}, from {@link #outputAdjoint}.
   *
   * @param rateAdjoint of the window's rates, {@code [population][0][neuron]}, added to
   * @param modules all of them; to those that this one reads is added
   */
  public void backward(
      ModuleTape64 tape, int window, double[][][] rateAdjoint, ModuleSweep64[] modules) {
    block.backward(tape.block, adjoint, window, window + 1);
    for (Read read : form.reads()) {
      if (read.learns()) {
        double[] to =
            read.module() == ModuleForm64.NONE
                ? rateAdjoint[read.population()][0]
                : modules[read.module()].outputAdjoint(window);
        double[] row = adjoint.input(read.port())[window];
        for (int i = 0; i < read.width(); i++) {
          to[i] += row[read.at() + i];
        }
      }
    }
  }
}
