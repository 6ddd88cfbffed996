package plastron.tasks.bench.machine;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What figures of speed depend on besides programs and their versions. */
public final class Machine {

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  private Machine() {}

  /** Processor, memory, operating system; unknown ones are null. */
  public static JsonObject description() {
    JsonObject machine = new JsonObject();
    machine.addProperty("cpu", field(CPU, "model name"));
    machine.addProperty("processors", Runtime.getRuntime().availableProcessors());
    String memory = field(MEMORY, "MemTotal");
    machine.addProperty(
        "memory_mib",
        memory == null ? null : Long.parseLong(memory.replaceAll("[^0-9]", "")) / 1024);
    machine.addProperty(
        "os",
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    return machine;
  }

  private static @Nullable String field(Path file, String name) {
    if (!Files.isReadable(file)) {
      return null;
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
