package plastron.tasks.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.export.contract.ContractGrid;
import plastron.export.contract.ContractSummary;

/** What every chip makes of the whole grid, as a page. */
final class ContractDocument {

  private ContractDocument() {}

  /**
   * The page.
   *
   * @param chips one a chip, over the same grid, at least one
   */
  static String print(List<ContractSummary> chips) {
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
      chips.getFirst().results().get(c).of().columns().forEach(cell -> cells.add("`" + cell + "`"));
      for (ContractSummary chip : chips) {
        cells.add(chip.results().get(c).text());
      }
      row(page, cells);
    }
    return page.toString();
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
