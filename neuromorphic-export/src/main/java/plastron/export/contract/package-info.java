/**
 * The contract of every chip: what it accepts stays, on the emulator, within the error that the
 * export states; everything else is refused or reported by name. The way in is {@link
 * plastron.export.contract.ChipContract}, which tries it on models of {@link
 * plastron.export.contract.ContractGrid}, {@link plastron.export.contract.ContractEdges} and {@link
 * plastron.export.contract.RandomModels}.
 */
@NullMarked
package plastron.export.contract;

import org.jspecify.annotations.NullMarked;
