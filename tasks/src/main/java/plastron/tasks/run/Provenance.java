package plastron.tasks.run;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.StrictJson;
import plastron.export.conformance.VectorReader;
import plastron.export.file.WholeFile;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;

/**
 * The file {@code run.json}: which program, configuration and seed, and every session with its
 * machine and times. A session without an end was killed.
 */
public final class Provenance {

  private final Path file;
  private final JsonObject content;
  private final JsonObject session = new JsonObject();

  private Provenance(Path file, JsonObject content) {
    this.file = file;
    this.content = content;
  }

  /**
   * Notes the start of a session.
   *
   * @param from the checkpoint it goes on from
   * @param threads how many it uses
   * @throws BadInputException if the file is damaged
   */
  public static Provenance start(RunFolder run, Checkpoint from, long seed, int threads)
      throws IOException {
    Path file = run.path().resolve("run.json");
    JsonObject content = Files.exists(file) ? read(file) : new JsonObject();
    content.addProperty("plastron", from.version());
    content.addProperty("task", run.configuration().task().name());
    content.addProperty("configuration", from.configuration());
    content.addProperty("seed", seed);
    if (!content.has("sessions")) {
      content.add("sessions", new JsonArray());
    }
    Provenance provenance = new Provenance(file, content);
    provenance.begin(from, threads);
    return provenance;
  }

  private static JsonObject read(Path file) throws IOException {
    try {
      JsonObject content = StrictJson.read(file);
      VectorReader.of(content).objects("sessions");
      return content;
    } catch (BrokenVectorException e) {
      throw new BadInputException(
          "Provenance (%s) is damaged: %s.".formatted(file, e.getMessage()),
          "Maybe delete it, a new one is written: rm %s".formatted(ShellLine.quoted(file)));
    }
  }

  private void begin(Checkpoint from, int threads) throws IOException {
    session.addProperty("started", now());
    session.addProperty("from_iteration", from.state().iteration());
    session.addProperty("threads", threads);
    session.addProperty("processors", Runtime.getRuntime().availableProcessors());
    session.addProperty("java", System.getProperty("java.runtime.version"));
    session.addProperty("java_vendor", System.getProperty("java.vendor"));
    session.addProperty(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    content.getAsJsonArray("sessions").add(session);
    write();
  }

  /** Notes the end of the session. */
  public void end(Checkpoint reached) throws IOException {
    session.addProperty("ended", now());
    session.addProperty("to_iteration", reached.state().iteration());
    write();
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void write() throws IOException {
    String text = new GsonBuilder().setPrettyPrinting().create().toJson(content) + "\n";
    WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
