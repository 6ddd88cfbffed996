package plastron.core.ledger;

import java.util.List;

/**
 * Something that says how this project ought to behave: a simulator, a file, a paper.
 *
 * @param name as departures name it
 * @param source what exactly: version, commit, document
 * @param kinds kinds of reference files that are held against it, by name; none for a document
 * @param agreement what has to agree, and how closely
 * @param test that holds it, as {@code Class.method}
 */
public record LedgerOracle(
    String name, String source, List<String> kinds, String agreement, String test) {

  public LedgerOracle {
    kinds = List.copyOf(kinds);
  }
}
