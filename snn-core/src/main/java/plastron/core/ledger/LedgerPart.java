package plastron.core.ledger;

import java.util.List;

/** What one module has in the ledger. Implementations are found by the service loader. */
public interface LedgerPart {

  /** What the module is held against. */
  List<LedgerOracle> oracles();

  /** Classes with a {@link Departure}, in the order of the page. */
  List<Class<?>> departing();
}
