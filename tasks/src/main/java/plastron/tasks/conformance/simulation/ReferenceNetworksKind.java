package plastron.tasks.conformance.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.simulate.Simulation;
import plastron.core.statistics.SpikeStatistics;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;
import plastron.tasks.reference.BenchmarkNetwork;
import plastron.tasks.reference.ReferenceNetworks;

/**
 * Statistics of random networks: the mean rate of every population over three seeds, and the mean
 * coefficient of variation of inter-spike intervals where a tolerance is given for it. Networks are
 * known by name; those without a tolerance are not compared.
 */
public final class ReferenceNetworksKind implements ConformanceKind {

  private static final int SEEDS = 3;

  @Override
  public String name() {
    return "simulation/reference_networks";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return document.entrySet().stream()
        .map(Map.Entry::getValue)
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .anyMatch(
            n -> n.has("tolerance") && (n.has("nest") || n.has("same_as") || n.has("neurons")));
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    VectorReader file = VectorReader.of(document);
    Comparison comparison = new Comparison();
    for (String name : file.fields()) {
      if (file.element(name).isJsonObject() && file.object(name).has("tolerance")) {
        comparison.nextCase();
        compare(network(name), file.object(name), comparison);
      }
    }
    return comparison.result();
  }

  private static BenchmarkNetwork network(String name) {
    try {
      return ReferenceNetworks.named(name);
    } catch (IllegalArgumentException e) {
      throw new BrokenVectorException(String.valueOf(e.getMessage()));
    }
  }

  private static void compare(BenchmarkNetwork network, VectorReader file, Comparison comparison) {
    List<List<SpikeStatistics>> runs = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      runs.add(run(network, seed));
    }
    VectorReader tolerance = file.object("tolerance");
    List<CircuitPopulation> populations = network.circuit().apply(1).populations();
    for (int p = 0; p < populations.size(); p++) {
      int population = p;
      String name = populations.get(p).name();
      String where = "%s, population %s".formatted(network.name(), name);
      double rate = mean(runs, p, SpikeStatistics::meanRateHz);
      double expected;
      if (file.has("nest")) {
        VectorReader nest = file.object("nest").object(name);
        comparison.exact(
            populations.get(p).size(),
            nest.integer("n", 1, Integer.MAX_VALUE),
            () -> "neurons of " + where);
        expected = nest.number("mean_rate_hz");
        if (tolerance.has("cv_abs")) {
          comparison.within(
              Math.abs(
                  mean(runs, population, SpikeStatistics::cvMean) - nest.number("cv_isi_mean")),
              tolerance.number("cv_abs"),
              () -> "CV of " + where);
        }
      } else {
        expected = others(file.object("other_mean_rates_hz"));
      }
      comparison.within(
          Math.abs(rate - expected) / expected,
          tolerance.number("rate_rel"),
          () -> "rate of " + where);
    }
  }

  /** Where NEST has no figure: the mean of the other simulators. */
  private static double others(VectorReader rates) {
    return rates.fields().stream().mapToDouble(rates::number).average().orElse(Double.NaN);
  }

  private static double mean(
      List<List<SpikeStatistics>> runs, int population, ToDoubleFunction<SpikeStatistics> number) {
    return runs.stream()
        .mapToDouble(run -> number.applyAsDouble(run.get(population)))
        .average()
        .orElse(Double.NaN);
  }

  private static List<SpikeStatistics> run(BenchmarkNetwork network, long seed) {
    Circuit circuit = network.circuit().apply(seed);
    Simulation simulation = new Simulation(circuit, BenchmarkNetwork.DT_MS, seed, 1);
    simulation.run(Math.round(network.toMs() / BenchmarkNetwork.DT_MS));
    return circuit.populations().stream()
        .map(
            p ->
                simulation
                    .spikes(p.name())
                    .statistics(p.size(), network.fromMs(), network.toMs(), BenchmarkNetwork.DT_MS))
        .toList();
  }
}
