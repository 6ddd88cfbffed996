package plastron.tasks.cli.doctor;

import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.export.conformance.ConformanceKind;
import plastron.export.format.ModelExporters;
import plastron.export.format.ModelImporter;
import plastron.export.format.ModelImporters;
import plastron.export.format.OutputFormat;
import plastron.export.format.OutputFormats;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;

/** The checks, one method a thing. */
final class Installed {

  private static final int JAVA_NEEDED = 25;

  private Installed() {}

  static Stream<Finding> all() {
    return Stream.of(
        java(),
        processors(),
        memory(),
        program("Maven", "mvn", "building and testing from source"),
        torch(),
        chips(),
        formats(),
        exporters(),
        importers(),
        conformanceKinds());
  }

  private static Finding java() {
    Runtime.Version version = Runtime.version();
    return Finding.required(
        "JDK",
        version.feature() >= JAVA_NEEDED ? version + " in " + System.getProperty("java.home") : "",
        "everything");
  }

  private static Finding processors() {
    return Finding.present(
        "processors",
        String.valueOf(Runtime.getRuntime().availableProcessors()),
        "training in parallel");
  }

  private static Finding memory() {
    double gibibytes = Runtime.getRuntime().maxMemory() / (1024.0 * 1024 * 1024);
    return Finding.present(
        "largest heap",
        String.format(
            Locale.ROOT, "%.1f GiB (export PLASTRON_JAVA_OPTS=-Xmx8g changes it)", gibibytes),
        "large networks");
  }

  private static Finding program(String what, String name, String neededFor) {
    return Programs.find(name)
        .map(path -> Finding.present(what, path.toString(), neededFor))
        .orElseGet(() -> Finding.absent(what, "no " + name + " on PATH", neededFor));
  }

  private static Finding torch() {
    String neededFor = "bench training --vs torch";
    return Programs.pythonWith("torch")
        .map(python -> Finding.present("PyTorch", "module torch in " + python, neededFor))
        .orElseGet(
            () -> Finding.absent("PyTorch", "no module torch in any python3 on PATH", neededFor));
  }

  private static Finding chips() {
    String names =
        ChipProfiles.all().stream().map(ChipProfile::name).collect(Collectors.joining(", "));
    return Finding.required("chips", names, "export, emulate, verify, quickstart");
  }

  private static Finding formats() {
    return Finding.present(
        "output formats",
        OutputFormats.all().stream().map(OutputFormat::name).collect(Collectors.joining(", ")),
        "export --format");
  }

  private static Finding exporters() {
    return Finding.required(
        "model exporters", String.join(", ", ModelExporters.names()), "export --format");
  }

  private static Finding importers() {
    String names =
        ModelImporters.all().stream().map(ModelImporter::name).collect(Collectors.joining(", "));
    return Finding.required("model importers", names, "reading models");
  }

  private static Finding conformanceKinds() {
    String families =
        ServiceLoader.load(ConformanceKind.class).stream()
            .map(provider -> provider.get().name().replaceFirst("/.*", ""))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return Finding.required("reference kinds", families, "conformance");
  }
}
