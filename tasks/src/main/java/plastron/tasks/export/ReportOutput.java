package plastron.tasks.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plastron.export.file.WholeFile;
import plastron.tasks.run.RunFailure;

/** Where the report of a command goes: the terminal, as Markdown or JSON, and a file as well. */
final class ReportOutput {

  @Option(names = "--out", paramLabel = "FILE", description = "Writes the report here as well.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Makes the report one JSON object.")
  private boolean json;

  /**
   * Throws {@link plastron.tasks.cli.BadInputException} if the file is there already: before
   * anything that takes long.
   */
  void requireNew() {
    if (file != null) {
      ExportFolder.requireAbsent(file);
    }
  }

  /** Prints the report in the chosen form and writes it, whole or not at all. */
  void print(PrintWriter out, Supplier<String> asMarkdown, Supplier<String> asJson) {
    String text = json ? asJson.get() : asMarkdown.get();
    out.print(text);
    if (file != null) {
      try {
        WholeFile.create(file, text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw RunFailure.of(file, e);
      }
    }
  }
}
