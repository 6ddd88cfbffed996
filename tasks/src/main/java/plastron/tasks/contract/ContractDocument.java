package plastron.tasks.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plastron.export.contract.ContractGrid;
import plastron.export.contract.ContractResult;
import plastron.export.contract.ContractSummary;

/** What every chip makes of the whole grid, as a page. */
final class ContractDocument {

  private ContractDocument() {}

  /**
   * The page.
   *
   * @param chips one a chip, over the same grid, at least one
   * @param edges one a chip, in the same order
   */
  static String print(List<ContractSummary> chips, List<ContractSummary> edges) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # The contract of the chips

        What a chip accepts stays, on its emulator, within the error that the export states; everything else is refused or reported by name. This page is made by
        `./plastron contract --format markdown`; a test compares it.

        A case is a small model with the rule `E' = E - decay + eta.post.pre - prediction`, in the chip's network form. Errors are root mean squares of `alpha.E` over full scale; both sides
        are driven by the same spikes, of inputs that calibration has not seen. "0.0100 of 0.0150" means that 0.0150 was stated before anything was emulated, and 0.0100 was measured. Codes are
        those of the refusals. A case is accepted if what is stated is at most 0.05; a larger error is reported by name (`L-ERROR`, `S-ERROR`), and so is a rule that
        amplifies every difference, for which none can be stated (`L-UNSTATED`, `S-UNSTATED`).

        Where a chip rounds at random, one accepted case in a thousand may be outside what was stated; elsewhere only if an input goes beyond all of calibration and drives a register beyond its range, which
        the chip counts.

        """);
    row(
        page,
        List.of(
            "chip",
            "cases",
            "accepted",
            "large error, said",
            "no error stated",
            "median of stated / measured",
            "refused"));
    row(page, List.of("---", "---", "---", "---", "---", "---", "---"));
    for (ContractSummary chip : chips) {
      row(
          page,
          List.of(
              chip.chip(),
              Integer.toString(chip.results().size()),
              Long.toString(chip.accepted()),
              Long.toString(chip.large()),
              Long.toString(chip.unstated()),
              String.format(Locale.ROOT, "%.2f", chip.medianRatio()),
              chip.refusals().toString()));
    }
    page.append("\n");
    List<String> header = new ArrayList<>(ContractGrid.header());
    chips.forEach(chip -> header.add(chip.chip()));
    row(page, header);
    row(page, header.stream().map(h -> "---").toList());
    for (int c = 0; c < chips.getFirst().results().size(); c++) {
      List<String> cells = new ArrayList<>();
      chips.getFirst().results().get(c).columns().forEach(cell -> cells.add("`" + cell + "`"));
      for (ContractSummary chip : chips) {
        cells.add(chip.results().get(c).text());
      }
      row(page, cells);
    }
    printEdges(page, edges);
    return page.toString();
  }

  private static void printEdges(StringBuilder page, List<ContractSummary> chips) {
    page.append(
        """

        ## Edges

        The same for models that are extreme in one way each: what comes of the rules of each edge, by their number.

        """);
    List<String> header = new ArrayList<>(List.of("edge"));
    chips.forEach(chip -> header.add(chip.chip()));
    row(page, header);
    row(page, header.stream().map(h -> "---").toList());
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (ContractSummary chip : chips) {
      Map<String, SortedMap<String, Integer>> outcomes = new LinkedHashMap<>();
      for (ContractResult result : chip.results()) {
        outcomes
            .computeIfAbsent(result.columns().getFirst(), edge -> new TreeMap<>())
            .merge(outcome(result), 1, Integer::sum);
      }
      outcomes.forEach(
          (edge, counts) ->
              rows.computeIfAbsent(edge, e -> new ArrayList<>(List.of(e))).add(text(counts)));
    }
    rows.values().forEach(cells -> row(page, cells));
  }

  private static String outcome(ContractResult result) {
    if (!result.refusals().isEmpty()) {
      return result.text();
    }
    return result.unstated()
        ? "no error stated"
        : result.large() ? "large error, said" : "accepted";
  }

  private static String text(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
