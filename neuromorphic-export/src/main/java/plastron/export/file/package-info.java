/**
 * Files and folders as such, whatever they hold: read within a limit, written completely or not at
 * all. The ways in are {@link plastron.export.file.BoundedFile}, {@link
 * plastron.export.file.WholeFile} and {@link plastron.export.file.WholeFolder}.
 */
@NullMarked
package plastron.export.file;

import org.jspecify.annotations.NullMarked;
