package plastron.tasks.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import plastron.tasks.bench.machine.Machine;

/** The results as one JSON object; other programs rely on its form. */
final class ResultJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private ResultJson() {}

  /** Machine, versions and all results. */
  static String of(List<Result> results) {
    JsonObject root = new JsonObject();
    root.add("machine", Machine.description());
    root.add("versions", GSON.toJsonTree(Result.versions(results)));
    JsonArray list = new JsonArray();
    results.forEach(result -> list.add(json(result)));
    root.add("results", list);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject json(Result result) {
    JsonObject entry = new JsonObject();
    entry.addProperty("workload", result.workload());
    entry.addProperty("engine", result.engine());
    entry.addProperty("threads", result.threads());
    entry.addProperty("median_s", result.median());
    entry.addProperty("min_s", result.min());
    entry.addProperty("max_s", result.max());
    entry.addProperty("runs", result.seconds().length);
    Double peak = result.peakRssMib();
    entry.addProperty("peak_rss_mib", peak == null ? null : Math.round(peak * 10) / 10.0);
    return entry;
  }
}
