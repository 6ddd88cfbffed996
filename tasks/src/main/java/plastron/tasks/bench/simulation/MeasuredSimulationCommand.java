package plastron.tasks.bench.simulation;

import com.google.gson.JsonObject;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.simulate.Simulation;
import plastron.core.statistics.SpikeStatistics;
import plastron.tasks.bench.machine.PeakMemory;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.reference.BenchmarkNetwork;
import plastron.tasks.reference.ReferenceNetworks;

/**
 * The other end of {@link SimulationProcess}: builds a network, runs it up to its window, then as
 * long as it is told, and prints what that took as one JSON object.
 */
@Command(name = MeasuredSimulationCommand.NAME, hidden = true)
public final class MeasuredSimulationCommand implements Callable<Integer> {

  public static final String NAME = "measured-simulation";

  @Spec private CommandSpec spec;

  @Option(names = "--network", required = true)
  private String network;

  @Option(names = "--threads", required = true)
  private int threads;

  @Option(names = "--seconds", required = true)
  private double seconds;

  @Option(names = "--seed", required = true)
  private long seed;

  @Override
  public Integer call() {
    BenchmarkNetwork reference = ReferenceNetworks.named(network);
    Circuit circuit = reference.circuit().apply(seed);
    Clock build = new Clock();
    Simulation simulation = new Simulation(circuit, BenchmarkNetwork.DT_MS, seed, threads);
    JsonObject result = new JsonObject();
    result.addProperty("build_cpu_s", build.cpu());
    result.addProperty("build_wall_s", build.wall());
    simulation.run(steps(reference.fromMs()));
    long before = simulation.deliveries();
    Clock run = new Clock();
    simulation.run(steps(1000 * seconds));
    double cpu = run.cpu();
    result.addProperty("sim_cpu_s_per_bio_s", cpu / seconds);
    result.addProperty("sim_wall_s_per_bio_s", run.wall() / seconds);
    result.addProperty("deliveries_per_s", (simulation.deliveries() - before) / cpu);
    result.addProperty("synapses", simulation.synapses());
    result.addProperty(
        "bytes_per_synapse", (double) simulation.synapseBytes() / simulation.synapses());
    result.addProperty("peak_rss_mib", PeakMemory.mebibytes());
    double end = reference.fromMs() + 1000 * seconds;
    List<SpikeStatistics> statistics = new ArrayList<>();
    for (CircuitPopulation p : circuit.populations()) {
      statistics.add(
          simulation
              .spikes(p.name())
              .statistics(p.size(), reference.fromMs(), end, BenchmarkNetwork.DT_MS));
    }
    result.add("rates_hz", object(circuit, statistics, SpikeStatistics::meanRateHz));
    result.add("cv_isi", object(circuit, statistics, SpikeStatistics::cvMean));
    result.add("fano_pop_3ms", object(circuit, statistics, SpikeStatistics::fano3Ms));
    spec.commandLine().getOut().println(result);
    return ExitCode.OK;
  }

  private static JsonObject object(
      Circuit circuit, List<SpikeStatistics> statistics, ToDoubleFunction<SpikeStatistics> number) {
    JsonObject object = new JsonObject();
    for (int p = 0; p < statistics.size(); p++) {
      double value = number.applyAsDouble(statistics.get(p));
      object.addProperty(circuit.populations().get(p).name(), Double.isNaN(value) ? null : value);
    }
    return object;
  }

  private static long steps(double ms) {
    return Math.round(ms / BenchmarkNetwork.DT_MS);
  }

  /** Seconds of all threads of this process, and of the world, from now on. */
  private static final class Clock {
    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long cpu = system.getProcessCpuTime();
    private final long wall = System.nanoTime();

    double cpu() {
      return (system.getProcessCpuTime() - cpu) * 1e-9;
    }

    double wall() {
      return (System.nanoTime() - wall) * 1e-9;
    }
  }
}
