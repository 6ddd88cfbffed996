package plastron.tasks.export;

import java.util.List;
import java.util.Locale;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.operation.OperationMarkdown;
import plastron.export.profile.ChipProfile;
import plastron.export.range.AccumulatorRange;
import plastron.export.range.RangeTable;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.resource.Usage;

/** The report about one compilation: where everything went, what it takes, and what it cost. */
final class ExportReport {

  private final StringBuilder text = new StringBuilder();

  private ExportReport() {}

  static String print(ChipImage image, ChipProfile<?, ?> profile) {
    ExportReport page = new ExportReport();
    page.line("# %s on %s".formatted(image.model(), profile.title()));
    page.line("");
    page.line(
        "Profile %s, update interval %d steps, %d cores, seed %d."
            .formatted(
                image.profile(), image.updateInterval(), image.cores().size(), image.seed()));
    page.resources(image);
    page.cores(image);
    page.ranges(profile.ranges(image));
    page.operations(image, profile);
    image.layers().forEach(page::layer);
    page.diagnostics(image);
    return page.text.toString();
  }

  private void resources(ChipImage image) {
    section("Resources");
    line("| resource | most used | limit | share | all together | source of the limit |");
    line("|---|---|---|---|---|---|");
    for (Usage usage : image.usages()) {
      line(
          "| %s | %d | %d %s | %s %% | %d | %s: %s |"
              .formatted(
                  usage.limit().name(),
                  usage.used(),
                  usage.limit().value(),
                  usage.limit().unit()
                      + " a "
                      + usage.limit().scope().name().toLowerCase(Locale.ROOT),
                  String.format(Locale.ROOT, "%.2f", 100 * usage.share()),
                  usage.total(),
                  usage.limit().evidence().name().toLowerCase(Locale.ROOT),
                  usage.limit().source()));
    }
  }

  private void cores(ChipImage image) {
    section("Cores");
    line("| chip | core | population | neurons | fullest |");
    line("|---|---|---|---|---|");
    List<Limit> limits = image.usages().stream().map(Usage::limit).toList();
    for (ImageCore core : image.cores()) {
      String population = image.populations().get(core.population()).name();
      line(
          "| %d | %d | %s | %d to %d | %s |"
              .formatted(
                  core.chip(),
                  core.core(),
                  population,
                  core.from(),
                  core.to() - 1,
                  fullest(core.demand(), limits)));
    }
  }

  /** What a core has the least left of. */
  private static String fullest(Demand demand, List<Limit> limits) {
    return demand
        .fullest(limits, Scope.CORE)
        .map(u -> String.format(Locale.ROOT, "%s, %.1f %%", u.limit().name(), 100 * u.share()))
        .orElse("-");
  }

  private void ranges(List<AccumulatorRange> ranges) {
    section("Ranges of accumulators");
    line(RangeTable.caption());
    line("");
    RangeTable.lines(ranges).forEach(this::line);
  }

  private void operations(ChipImage image, ChipProfile<?, ?> profile) {
    section("Operations and energy");
    line("What a trial takes of these stands in " + ExportFolder.FIDELITY + ".");
    line("");
    line(
        profile
            .costs(image)
            .map(OperationMarkdown::of)
            .orElse("This chip's profile counts none.")
            .stripTrailing());
  }

  private void layer(ImageLayer layer) {
    section("Layer %s: %d neurons, rule %s".formatted(layer.name(), layer.size(), layer.rule()));
    if (!layer.program().isEmpty()) {
      line("```");
      layer.program().forEach(this::line);
      line("```");
      line("");
    }
    line("| parameter | step | largest rounding error | share lost | clipped | vanished |");
    line("|---|---|---|---|---|---|");
    for (QuantizedArray array : layer.arrays()) {
      line(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.4g | %.4f | %d | %d |",
              array.name(),
              array.isGiven() ? "-" : String.format(Locale.ROOT, "%.4g", array.scale().step()),
              array.error().max(),
              array.error().lost(),
              array.error().saturated(),
              array.error().vanished()));
    }
  }

  private void diagnostics(ChipImage image) {
    section("Lossy choices and warnings");
    if (image.diagnostics().isEmpty()) {
      line("None.");
    }
    for (Diagnostic diagnostic : image.diagnostics()) {
      line("- " + diagnostic.severity().name().toLowerCase(Locale.ROOT) + " " + diagnostic);
    }
  }

  private void section(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
