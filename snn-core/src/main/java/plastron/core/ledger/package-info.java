/**
 * What says how this project ought to behave, and where it does otherwise. A {@link
 * plastron.core.ledger.Departure} stands at the class that departs; a {@link
 * plastron.core.ledger.LedgerPart} names the {@link plastron.core.ledger.LedgerOracle}s of a module
 * and the classes; {@code plastron conformance --ledger} makes docs/fidelity-ledger.md of them.
 */
@NullMarked
package plastron.core.ledger;

import org.jspecify.annotations.NullMarked;
