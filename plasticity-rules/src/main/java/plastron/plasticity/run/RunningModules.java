package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import plastron.core.run.PopulationListener;
import plastron.plasticity.f32.rate.BlockInterpreter32;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.module.ModuleInput;
import plastron.plasticity.module.ModuleOrder;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.program.Parameter;

/**
 * The modules of a model at work: each takes a step at the end of every full window. They listen to
 * the last population, which is told after all others. Owned by one thread.
 */
final class RunningModules implements PopulationListener {

  private final PlasticGraph graph;
  private final GivenSignals signals;
  private final int[] order;
  private final List<BlockInterpreter32> blocks = new ArrayList<>();
  private final Map<Integer, float[]> rates = new HashMap<>();
  private final List<List<float[]>> taken = new ArrayList<>();
  private int stepOfWindow;
  private int windows;

  /** The modules at rest. */
  RunningModules(PlasticGraph graph, GivenSignals signals) {
    this.graph = graph;
    this.signals = signals;
    order = ModuleOrder.of(graph.modules());
    for (RateModule module : graph.modules()) {
      blocks.add(block(module));
      taken.add(new ArrayList<>());
    }
  }

  private static BlockInterpreter32 block(RateModule module) {
    BlockInterpreter32 block = new BlockInterpreter32(module.block().program());
    for (Parameter parameter : module.block().program().parameters()) {
      double[][] given = Objects.requireNonNull(module.parameters().get(parameter.name()));
      float[][] own = block.parameter(parameter);
      for (int r = 0; r < own.length; r++) {
        for (int c = 0; c < own[r].length; c++) {
          own[r][c] = (float) given[r][c];
        }
      }
    }
    return block;
  }

  /** Indices of the populations whose rates modules read. */
  Set<Integer> populations() {
    Set<Integer> read = new TreeSet<>();
    for (RateModule module : graph.modules()) {
      for (List<ModuleInput> inputs : module.inputs().values()) {
        for (ModuleInput input : inputs) {
          if (input instanceof ModuleInput.OfPopulation(String population)) {
            read.add(graph.index(population));
          }
        }
      }
    }
    return read;
  }

  /** Lets modules read rates where they are kept, by population, live. */
  void readRates(Map<Integer, float[]> live) {
    rates.putAll(live);
  }

  /**
   * What a module gives since the end of the last window, live; none if there is no such module.
   */
  float[] output(String module) {
    OptionalInt index = graph.module(module);
    return index.isEmpty() ? new float[0] : blocks.get(index.getAsInt()).output();
  }

  @Override
  public void step(int[] spikes, int count, float[] potentials) {
    stepOfWindow++;
    if (stepOfWindow < graph.clock().updateInterval()) {
      return;
    }
    stepOfWindow = 0;
    for (int m : order) {
      read(graph.modules().get(m), blocks.get(m));
      blocks.get(m).step();
      taken.get(m).add(blocks.get(m).output().clone());
    }
    windows++;
  }

  private void read(RateModule module, BlockInterpreter32 block) {
    for (int i = 0; i < module.block().program().inputs().size(); i++) {
      float[] port = block.input(i);
      String name = module.block().program().inputs().get(i).name();
      int at = 0;
      for (ModuleInput input : Objects.requireNonNull(module.inputs().get(name))) {
        float[] values = values(input);
        System.arraycopy(values, 0, port, at, values.length);
        at += values.length;
      }
    }
  }

  private float[] values(ModuleInput input) {
    return switch (input) {
      case ModuleInput.OfPopulation(String population) ->
          Objects.requireNonNull(rates.get(graph.index(population)));
      case ModuleInput.OfModule(String other) -> output(other);
      case ModuleInput.OfSignal(String signal, int width) -> {
        float[] values = new float[width];
        signals.read(signal, windows, values);
        yield values;
      }
    };
  }

  /** Hands over what modules gave in each window since the last call, by name of module. */
  Map<String, float[][]> takeOutputs() {
    Map<String, float[][]> outputs = new LinkedHashMap<>();
    for (int m = 0; m < taken.size(); m++) {
      outputs.put(graph.modules().get(m).name(), taken.get(m).toArray(float[][]::new));
      taken.get(m).clear();
    }
    return outputs;
  }

  @Override
  public void reset() {
    blocks.forEach(BlockInterpreter32::reset);
    taken.forEach(List::clear);
    stepOfWindow = 0;
    windows = 0;
  }
}
