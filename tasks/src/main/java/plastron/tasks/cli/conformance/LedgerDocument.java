package plastron.tasks.cli.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import plastron.core.ledger.Departure;
import plastron.core.ledger.LedgerOracle;
import plastron.core.ledger.LedgerPart;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.contract.RuleDepartures;

/** All oracles and all departures from them as a page. */
final class LedgerDocument {

  static final String CHIP_TEST = "CatalogueTableTest.theDocumentIsUpToDate";

  private final StringBuilder text = new StringBuilder();

  private LedgerDocument() {}

  /** The parts of all modules, in an order that no class path changes. */
  static List<LedgerPart> parts() {
    return ServiceLoader.load(LedgerPart.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(part -> part.getClass().getName()))
        .toList();
  }

  /** The page. */
  static String print() {
    LedgerDocument page = new LedgerDocument();
    page.text.append(
        """
        # The fidelity ledger

        Made by `./plastron conformance --ledger`; a test compares it. What this project is held against, and where it does otherwise on purpose: a departure is written at the class that departs
        (`@Departure`), with its reason and the test that holds it. What is not listed agrees with its oracle as closely as the first table says.

        ## Oracles

        """);
    page.row("oracle", "what it is", "reference files", "agreement", "held by");
    page.row("---", "---", "---", "---", "---");
    parts().stream().flatMap(part -> part.oracles().stream()).forEach(page::oracle);
    page.text.append(
        """

        ## Departures

        "otherwise": something else is done here. "followed": the oracle surprises, or others do otherwise, and it is followed.

        """);
    page.row("oracle", "class", "", "what", "why", "held by");
    page.row("---", "---", "---", "---", "---", "---");
    parts().stream().flatMap(part -> part.departing().stream()).forEach(page::departures);
    page.text.append(
        """

        ## Rules on chips

        What a chip's program does otherwise than a rule of the catalogue says, rounding and the way in which rates are made apart; how large the error is stands in [rules-on-chips.md](rules-on-chips.md), which also
        lists what is refused. A modulator that lacks the last step before an update, or a spike that counts one step later, is what a chip needs to send it. All are held by
        """);
    page.text.append("`%s`.\n\n".formatted(CHIP_TEST));
    page.row("rule", "chip", "what");
    page.row("---", "---", "---");
    for (RuleDepartures d : RuleDepartures.of(ChipProfiles.all())) {
      page.row("`" + d.rule() + "`", d.chip(), d.what());
    }
    page.text.append(
        """

        ## Not compared yet

        Reference files of these kinds are known and skipped:

        """);
    KnownUnhandledKinds.names().forEach(kind -> page.text.append("- `%s`\n".formatted(kind)));
    return page.text.toString();
  }

  private void oracle(LedgerOracle oracle) {
    row(
        oracle.name(),
        oracle.source(),
        String.join(", ", oracle.kinds().stream().map(kind -> "`" + kind + "`").toList()),
        oracle.agreement(),
        "`" + oracle.test() + "`");
  }

  private void departures(Class<?> departing) {
    for (Departure d : departing.getAnnotationsByType(Departure.class)) {
      row(
          d.from(),
          "`" + departing.getSimpleName() + "`",
          d.manner() == Departure.Manner.FOLLOWED ? "followed" : "otherwise",
          d.what(),
          d.reason(),
          "`" + d.test() + "`");
    }
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
