package plastron.tasks.quickstart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import plastron.export.profile.Tally;
import plastron.tasks.measure.Measurement;

/**
 * The result of the quickstart.
 *
 * @param rule name of the learned rule
 * @param rows at least one, all measured on the same trials
 */
record Table(String rule, List<Row> rows) {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  Table {
    rows = List.copyOf(rows);
  }

  /** For people. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append("Rule %s, %d fresh trials, the same for every row\n\n".formatted(rule, trials()));
    text.append("| network | accuracy | 95 % interval | hidden rate | cores | synaptic memory |");
    text.append(" saturations |\n|---|---|---|---|---|---|---|\n");
    for (Row row : rows) {
      Measurement m = row.measured();
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f %% | %.1f to %.1f %% | %.4f | %s | %s | %s |\n",
              row.title(),
              100 * m.accuracy(),
              100 * m.interval().low(),
              100 * m.interval().high(),
              m.hiddenRate(),
              row.cores().isPresent() ? Integer.toString(row.cores().getAsInt()) : "-",
              memory(row),
              row.cores().isPresent() ? Long.toString(Tally.harmful(row.tallies())) : "-"));
    }
    text.append(
        "\n"
            + "Saturations: how often, in all trials, a value was held at the end of its range"
            + " and lost");
    text.append(" something that the model keeps; fidelity.md of each chip has them by name.\n");
    return text.toString();
  }

  private static String memory(Row row) {
    return row.memoryBytes().isPresent()
        ? String.format(Locale.ROOT, "%.1f KiB", row.memoryBytes().getAsLong() / 1024.0)
        : "-";
  }

  /** For programs. */
  String toJson() {
    JsonObject root = new JsonObject();
    root.addProperty("format", "plastron-quickstart");
    root.addProperty("version", 1);
    root.addProperty("rule", rule);
    root.addProperty("trials", trials());
    JsonArray list = new JsonArray();
    rows.forEach(row -> list.add(json(row)));
    root.add("rows", list);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject json(Row row) {
    Measurement m = row.measured();
    JsonObject entry = new JsonObject();
    entry.addProperty("network", row.title());
    entry.addProperty("correct", m.correct());
    entry.addProperty("accuracy", m.accuracy());
    entry.addProperty("low95", m.interval().low());
    entry.addProperty("high95", m.interval().high());
    entry.addProperty("hidden_rate", m.hiddenRate());
    row.cores().ifPresent(cores -> entry.addProperty("cores", cores));
    row.memoryBytes().ifPresent(bytes -> entry.addProperty("synaptic_memory_bytes", bytes));
    entry.addProperty("harmful_saturations", Tally.harmful(row.tallies()));
    entry.add("counters", GSON.toJsonTree(m.counters()));
    return entry;
  }

  private int trials() {
    return rows.getFirst().measured().trials();
  }
}
