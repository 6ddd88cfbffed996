package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.module.ModuleInput;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.kind.Backpropamine;
import plastron.plasticity.rate.kind.DenseLayers;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rate.kind.LeakyRnn;
import plastron.plasticity.rate.kind.PlasticLstm;
import plastron.plasticity.rate.kind.Rnn;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.Credit;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rule.SignalDrive;

/** Puts modules into a graph: in the place of signals, as currents, and read by each other. */
final class DrawnModules {

  private final Random random;
  private final PlasticGraph graph;
  private final List<RateModule> modules = new ArrayList<>();

  private DrawnModules(PlasticGraph graph, long seed) {
    random = new Random(seed);
    this.graph = graph;
  }

  /** A graph with modules, for half of all seeds. */
  static PlasticGraph added(PlasticGraph graph, long seed) {
    DrawnModules drawn = new DrawnModules(graph, seed);
    return drawn.random.nextBoolean() ? graph : drawn.added();
  }

  private PlasticGraph added() {
    graph.signals().forEach((name, width) -> add(name, random.nextBoolean() ? 1 : width));
    List<Drive> drives = new ArrayList<>(graph.drives());
    for (Population to : graph.populations()) {
      if (!(to.neuron() instanceof Neuron.SpikeSource) && random.nextInt(3) == 0) {
        String name = "current of " + to.name();
        add(name, random.nextBoolean() ? 1 : to.size());
        drives.add(
            new Drive(
                name + " drive",
                to.name(),
                Drive.Target.BIAS,
                SignalDrive.rule(),
                Map.of(SignalDrive.SIGNAL, name),
                Map.of()));
      }
    }
    add("nobody's", 2);
    List<RateModule> declared = new ArrayList<>(modules.reversed());
    return graph.withModules(declared).with(graph.projections(), drives);
  }

  private void add(String name, int width) {
    List<ModuleInput> inputs = new ArrayList<>();
    int read = 0;
    for (Population population : graph.populations()) {
      if (!(population.neuron() instanceof Neuron.LeakyIntegrator) && random.nextInt(3) == 0) {
        inputs.add(new ModuleInput.OfPopulation(population.name()));
        read += population.size();
      }
    }
    if (!modules.isEmpty() && random.nextBoolean()) {
      RateModule other = modules.get(random.nextInt(modules.size()));
      inputs.add(new ModuleInput.OfModule(other.name()));
      read += other.width();
    }
    if (inputs.isEmpty() || random.nextBoolean()) {
      inputs.add(new ModuleInput.OfSignal("signal of " + name, 2));
      read += 2;
    }
    RateBlock block = block(read, width);
    Map<String, List<ModuleInput>> ports = new LinkedHashMap<>();
    ports.put(block.program().inputs().getFirst().name(), inputs);
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Parameter parameter : block.program().parameters()) {
      parameters.put(
          parameter.name(), new Normal(0, 0.5).draw(parameter.rows(), parameter.columns(), random));
    }
    modules.add(new RateModule(name, block, ports, parameters));
  }

  private RateBlock block(int inputs, int outputs) {
    return switch (random.nextInt(6)) {
      case 0 ->
          new DenseLayers(
              inputs,
              List.of(
                  new DenseLayers.Layer(3, Activation.TANH),
                  new DenseLayers.Layer(outputs, Activation.SIGMOID)));
      case 1 -> new Rnn(inputs, outputs, Activation.TANH);
      case 2 -> new Gru(inputs, outputs);
      case 3 -> new LeakyRnn(inputs, 4, outputs, 3, -0.1, new Credit.Exact());
      case 4 -> new PlasticLstm(inputs, outputs, PlasticLstm.Alpha.SYNAPSE, 1);
      default -> new Backpropamine(inputs, 3, outputs, Backpropamine.Mode.RETROACTIVE, true, 1);
    };
  }
}
