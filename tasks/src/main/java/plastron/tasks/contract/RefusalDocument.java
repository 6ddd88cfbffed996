package plastron.tasks.contract;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import plastron.export.diagnostic.RefusalCode;
import plastron.export.diagnostic.RefusalCodes;

/** All codes by which something is refused, as a page. */
final class RefusalDocument {

  private final StringBuilder text = new StringBuilder();

  private RefusalDocument() {}

  /** The lists of all modules, in an order that no class path changes. */
  static List<RefusalCodes> lists() {
    return ServiceLoader.load(RefusalCodes.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(list -> list.getClass().getName()))
        .toList();
  }

  /** The page. */
  static String print() {
    RefusalDocument page = new RefusalDocument();
    page.text.append(
        """
        # Refusal codes

        Made by `./plastron contract --codes`; a test compares it. What is refused is refused by a code that stays what it is; the message beside it has the numbers that were met and a way out of its own. Every code has a
        test of both sides of its limit: one step past it is refused, what is just inside is not (`CodeEdge`). A test fails for a code in the sources that is not listed here or has no such test (`TestedCodes`).
        """);
    lists().forEach(page::list);
    page.text.append(
        """

        ## Limits that are never the reason

        Populations are cut before these are passed, or another limit always comes first; the tests hold that.

        """);
    page.head();
    lists().stream().flatMap(list -> list.neverSaid().stream()).forEach(page::row);
    return page.text.toString();
  }

  private void list(RefusalCodes list) {
    text.append("\n## ").append(list.title()).append("\n\n");
    head();
    list.codes().forEach(this::row);
  }

  private void head() {
    cells("code", "what is refused", "limit, and where it is from", "what to do", "held by");
    cells("---", "---", "---", "---", "---");
  }

  private void row(RefusalCode code) {
    String name = code.code().startsWith("-") ? "*" + code.code() : code.code();
    cells("`" + name + "`", code.meaning(), code.limit(), code.wayOut(), "`" + code.test() + "`");
  }

  private void cells(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
