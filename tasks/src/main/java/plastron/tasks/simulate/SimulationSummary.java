package plastron.tasks.simulate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import plastron.core.simulate.Engine;
import plastron.core.statistics.SpikeStatistics;
import plastron.tasks.bench.machine.Machine;
import plastron.tasks.cli.ProjectVersion;

/**
 * What came of a simulation: statistics of every population, and whence they are.
 *
 * @param wallS seconds that the steps took
 */
record SimulationSummary(
    SimulationPlan plan, Engine simulation, List<PopulationActivity> activities, double wallS) {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  SimulationSummary {
    activities = List.copyOf(activities);
  }

  /** Seconds of the network for a second of the world. */
  private double realTimeFactor() {
    return plan.window().to() * plan.window().dtMs() / 1000 / wallS;
  }

  /** For people. */
  String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "population        neurons    spikes  rate, Hz  silent   CV of ISI  Fano, 3 ms "
            + " correlation\n");
    for (PopulationActivity a : activities) {
      SpikeStatistics s = a.statistics();
      text.append(
          String.format(
              Locale.ROOT,
              "%-16s %8d %9d %9.2f %5.1f %% %11s %11s %12s%n",
              a.population().name(),
              s.neurons(),
              a.spikes(),
              s.meanRateHz(),
              100 * s.silent(),
              shown(s.cvMean(), 3),
              shown(s.fano3Ms(), 2),
              shown(a.correlation(), 4)));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%n%,d synapses, %s of the network in %.2f s, %.2f x real time, %s thread%s%n",
            simulation.synapses(),
            BiologicalTime.shown(plan.window().to() * plan.window().dtMs()),
            wallS,
            realTimeFactor(),
            plan.threads(),
            plan.threads() == 1 ? "" : "s"));
    return text.toString();
  }

  private static String shown(double value, int digits) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** For programs. */
  String toJson() {
    JsonObject root = new JsonObject();
    root.addProperty("format", "plastron-simulation");
    root.addProperty("version", 1);
    root.add("provenance", provenance());
    root.add("settings", settings());
    JsonArray populations = new JsonArray();
    activities.forEach(a -> populations.add(json(a)));
    root.add("populations", populations);
    if (!simulation.starts().isEmpty()) {
      JsonArray starts = new JsonArray();
      simulation.starts().forEach(step -> starts.add(step * plan.window().dtMs()));
      root.add("trials_start_ms", starts);
    }
    JsonObject cost = new JsonObject();
    cost.addProperty("wall_s", wallS);
    cost.addProperty("real_time_factor", realTimeFactor());
    cost.addProperty("synapses", simulation.synapses());
    cost.addProperty("synapse_bytes", simulation.synapseBytes());
    cost.addProperty("deliveries", simulation.deliveries());
    root.add("cost", cost);
    return GSON.toJson(root) + "\n";
  }

  private JsonObject provenance() {
    JsonObject provenance = new JsonObject();
    provenance.addProperty("plastron", ProjectVersion.text());
    provenance.addProperty("java", System.getProperty("java.runtime.version"));
    provenance.add("machine", Machine.description());
    plan.network().provenance().forEach(provenance::addProperty);
    provenance.addProperty("ended", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return provenance;
  }

  private JsonObject settings() {
    JsonObject settings = new JsonObject();
    settings.addProperty("seed", plan.network().seed());
    settings.addProperty("dt_ms", plan.window().dtMs());
    settings.addProperty("duration_ms", plan.window().to() * plan.window().dtMs());
    settings.addProperty("statistics_from_ms", plan.window().from() * plan.window().dtMs());
    settings.addProperty("engine", plan.network().engine());
    settings.addProperty("threads", plan.threads());
    return settings;
  }

  private static JsonObject json(PopulationActivity a) {
    SpikeStatistics s = a.statistics();
    JsonObject entry = new JsonObject();
    entry.addProperty("population", a.population().name());
    entry.addProperty("model", a.population().model());
    entry.addProperty("neurons", s.neurons());
    entry.addProperty("spikes", a.spikes());
    add(entry, "rate_hz", s.meanRateHz());
    add(entry, "rate_sd_hz", s.sdRateHz());
    add(entry, "silent_share", s.silent());
    add(entry, "cv_isi", s.cvMean());
    add(entry, "cv_isi_sd", s.cvSd());
    entry.addProperty("cv_isi_neurons", s.cvNeurons());
    add(entry, "fano_1ms", s.fano1Ms());
    add(entry, "fano_3ms", s.fano3Ms());
    add(entry, "pair_correlation_5ms", a.correlation());
    return entry;
  }

  /** JSON has no NaN: what cannot be said is null. */
  private static void add(JsonObject entry, String key, double value) {
    entry.addProperty(key, Double.isFinite(value) ? value : null);
  }
}
