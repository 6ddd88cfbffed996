package plastron.tasks.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import plastron.core.run.ParallelEpisodes;
import plastron.export.contract.RuleProtocol;
import plastron.export.contract.RuleTrial;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.RateForm;
import plastron.export.trace.TraceError;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;

/** All rules of the catalogue on all chips as a page: exact, approximate or refused. */
final class CatalogueTable {

  private static final int PRE = 20;

  /** Sums over synapses have more to sum in larger layers. */
  private static final List<Integer> PRE_OF_SUMS = List.of(5, PRE, 40);

  private CatalogueTable() {}

  private record Row(RuleFamily rule, int pre) {}

  /**
   * The page.
   *
   * @param threads at least 1; changes nothing but the time
   */
  static String print(List<ChipProfile<?, ?>> chips, int threads, ContractProgress progress) {
    List<Row> rows = rows();
    ContractProgress.Count shown = progress.of("catalogue", rows.size() * chips.size());
    List<String> entries =
        ParallelEpisodes.run(
            rows.size() * chips.size(),
            threads,
            () ->
                e -> {
                  String entry = entry(rows.get(e / chips.size()), chips.get(e % chips.size()));
                  shown.one();
                  return entry;
                });
    shown.end();
    return page(chips, rows, entries);
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (RuleFamily rule : Catalogue.families()) {
      if (rule.name().equals("static")) {
        continue;
      }
      List<Integer> sizes = rule.name().endsWith("-oja") ? PRE_OF_SUMS : List.of(PRE);
      sizes.forEach(pre -> rows.add(new Row(rule, pre)));
    }
    return rows;
  }

  private static String entry(Row row, ChipProfile<?, ?> chip) {
    RuleTrial paper = RuleProtocol.paper(row.rule(), row.pre(), chip);
    if (paper.error().isEmpty()) {
      Set<String> codes = new LinkedHashSet<>(paper.refusals());
      return "refused: " + String.join(" ", codes);
    }
    RuleTrial own = RuleProtocol.own(row.rule(), row.pre(), chip);
    return "%s, %s (%s), r %.3f"
        .formatted(
            RuleDepartures.of(row.rule(), chip).isEmpty() ? "exact" : "approximate",
            percent(paper.error().get()),
            own.error().map(CatalogueTable::percent).orElse("refused"),
            paper.error().get().correlation());
  }

  /**
   * What traces change of the rule before any chip does; nothing where all chips count, or single
   * spikes act.
   */
  private static String alone(Row row, List<ChipProfile<?, ?>> chips) {
    if (row.rule().build(RuleOptions.paper()).isTimed()) {
      return "";
    }
    return chips.stream()
        .map(ChipProfile::form)
        .filter(form -> form.rates().contains(RateForm.EXPONENTIAL))
        .findFirst()
        .map(form -> percent(RuleProtocol.rates(row.rule(), row.pre(), form)))
        .orElse("");
  }

  private static String percent(TraceError error) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * error.relativeRms());
  }

  private static String page(List<ChipProfile<?, ?>> chips, List<Row> rows, List<String> entries) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # The rules of the catalogue on the chips

        Made by `./plastron contract --catalogue`; a test compares it. What a chip makes of a rule in detail, and why it refuses one: `./plastron rules NAME`.

        "exact": the chip's program is the rule, so that only rounding and the way in which rates are made from spikes tell the two apart. "approximate": it also departs from the rule in what is listed
        below the table. "refused" comes with the codes of the reasons. The first number is the root mean square of the difference of `alpha.E` from that of the paper's rule, whose rates are spikes
        counted over the window, over the largest `alpha.E`; the number in brackets the same against the rule with the chip's own rates; r the correlation of the first.

        """);
    page.append(
        String.format(
            Locale.ROOT,
            """
            All on one protocol: %d neurons, %d times %d updates of %d steps (%d of %d for rules of single spikes), eta = eta_phi = eta_e = %s, alpha, psi and all weights drawn, psi one value for every input neuron. Each input neuron fires at 0 to %s
            spikes a step, the cube of an even draw, drawn anew every %d updates. Chip and float model are driven by the same spikes, of inputs that calibration (%d examples, as many as an export takes) has not seen.

            Rates, and how long they are held, are a choice, and one is used for all rules. Of 18 choices of rates, held as long, it is the one with which the float models alone come closest to what is reported of Intel's engine for this protocol:
            between rates from traces and rates counted over the window, no chip in it, 0.4 %% of full scale for `dp-linear`, 0.5 %% for `dp-oja-local`, `dp-bcm` and `ndp-linear`, and 0.6 %% for `ndp-bcm`. The column "traces alone" has this
            difference. The choice was made when the chips' errors were known. Rates up to 0.6, squared, held for 50 updates agree as well; `dp-bcm` has 2.7 %% with them, `ndp-bcm` 1.5 %%, all others up to 1.3 %%. Full scale is the largest of all runs
            together; by that of each run, with rates up to 1, cubed, `ndp-bcm` has 1.4 %% (assisted 1.6 %%), `ndp-oja` 1.0 %% with 20 inputs and 1.7 %% with 40, all others no more than is reported.

            """,
            RuleProtocol.POST,
            RuleProtocol.RUNS,
            RuleProtocol.UPDATES,
            RuleProtocol.INTERVAL,
            RuleProtocol.SPIKE_UPDATES,
            RuleProtocol.SPIKE_INTERVAL,
            RuleProtocol.ETA,
            RuleProtocol.LARGEST_RATE,
            RuleProtocol.HELD,
            RuleProtocol.EXAMPLES));
    List<String> header = new ArrayList<>(List.of("rule", "inputs", "traces alone"));
    chips.forEach(chip -> header.add(chip.title()));
    line(page, header);
    line(page, header.stream().map(h -> "---").toList());
    for (int r = 0; r < rows.size(); r++) {
      List<String> cells = new ArrayList<>();
      cells.add("`" + rows.get(r).rule().name() + "`");
      cells.add(Integer.toString(rows.get(r).pre()));
      cells.add(alone(rows.get(r), chips));
      for (int c = 0; c < chips.size(); c++) {
        cells.add(entries.get(r * chips.size() + c));
      }
      line(page, cells);
    }
    page.append("\n## Departures\n\n");
    RuleDepartures.of(chips)
        .forEach(d -> page.append("- `%s` on %s: %s.\n".formatted(d.rule(), d.chip(), d.what())));
    return page.toString();
  }

  private static void line(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
