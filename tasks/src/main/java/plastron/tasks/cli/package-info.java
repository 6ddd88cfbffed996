/**
 * The command line: what every subcommand shares, namely the way in, the exit codes and how errors
 * read. The way in is {@link plastron.tasks.cli.PlastronCommand}; a subcommand implements {@link
 * plastron.tasks.cli.Subcommand} in a package of its own and is listed in {@code
 * META-INF/services/plastron.tasks.cli.Subcommand}.
 */
@NullMarked
package plastron.tasks.cli;

import org.jspecify.annotations.NullMarked;
