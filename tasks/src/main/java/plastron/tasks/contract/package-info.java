/**
 * The contract of the chips as a command and as a document. The way in is {@link
 * plastron.tasks.contract.ContractCommand}.
 */
@NullMarked
package plastron.tasks.contract;

import org.jspecify.annotations.NullMarked;
