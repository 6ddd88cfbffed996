package plastron.slayer.f64.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.module.ModuleInput;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.Port;
import plastron.plasticity.rate.program.Quantity;
import plastron.plasticity.rate.program.StateVariable;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/**
 * A module before any array of a sweep is made.
 *
 * @param reads all that it reads, in the order of its block's inputs
 */
public record ModuleForm64(RateBlock block, List<Read> reads) {

  /**
   * Some neighbouring values of an input.
   *
   * @param port position of the block's input
   * @param at position of the first of them in the input
   * @param width how many they are
   * @param population whose rates they are, or {@link #NONE}
   * @param signal which they are, empty for none
   * @param module whose output they are, or {@link #NONE}
   * @param learns whether anything depends on their adjoints
   */
  public record Read(
      int port, int at, int width, int population, String signal, int module, boolean learns) {}

  public static final int NONE = -1;

  /**
   * The form of a module.
   *
   * @param sources indices of the spike sources, whose rates nobody can change
   */
  public static ModuleForm64 of(RateModule module, PlasticGraph graph, Set<Integer> sources) {
    List<Read> reads = new ArrayList<>();
    List<Port> ports = module.block().program().inputs();
    for (int port = 0; port < ports.size(); port++) {
      int at = 0;
      for (ModuleInput input :
          Objects.requireNonNull(module.inputs().get(ports.get(port).name()))) {
        Read read =
            switch (input) {
              case ModuleInput.OfPopulation(String name) -> {
                int p = graph.index(name);
                int size = graph.populations().get(p).size();
                yield new Read(port, at, size, p, "", NONE, !sources.contains(p));
              }
              case ModuleInput.OfSignal(String name, int width) ->
                  new Read(port, at, width, NONE, name, NONE, false);
              case ModuleInput.OfModule(String name) -> {
                int m = graph.module(name).orElseThrow();
                yield new Read(port, at, graph.modules().get(m).width(), NONE, "", m, true);
              }
            };
        reads.add(read);
        at += read.width();
      }
    }
    return new ModuleForm64(module.block(), reads);
  }

  /** Bytes of the parameters and their gradients, kept both by rows and by columns. */
  public long bytes() {
    long bytes = evolvingBytes();
    for (Parameter parameter : block.program().parameters()) {
      bytes += 4 * ArrayBytes.rows(parameter.rows(), parameter.columns(), Double.BYTES);
    }
    return bytes + BlockAdjoint64.bytes(block.program(), 0);
  }

  /** Bytes of the states. */
  public long evolvingBytes() {
    long bytes = 0;
    for (StateVariable state : block.program().states()) {
      Quantity shape = state.before();
      bytes += ArrayBytes.rows(shape.rows(), shape.columns(), Double.BYTES);
    }
    return bytes;
  }

  /** Bytes of a window, on the tape and on the way back. */
  public long windowBytes() {
    BlockProgram program = block.program();
    return BlockTape64.bytes(program, 1)
        - BlockTape64.bytes(program, 0)
        + BlockAdjoint64.bytes(program, 1)
        - BlockAdjoint64.bytes(program, 0);
  }
}
