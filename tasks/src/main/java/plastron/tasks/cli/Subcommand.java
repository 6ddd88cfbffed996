package plastron.tasks.cli;

import java.util.concurrent.Callable;

/**
 * One subcommand of {@code plastron}: a class with a picocli {@code @Command} annotation and a
 * public constructor without arguments. It is added by one line in {@code
 * META-INF/services/plastron.tasks.cli.Subcommand}; the help lists the subcommands in the order of
 * that file.
 *
 * <p>{@link #call} returns one of {@link ExitCode}'s values and throws {@link BadInputException}
 * for what the user can mend. It writes to {@code spec.commandLine().getOut()}, never to {@code
 * System.out}.
 */
public interface Subcommand extends Callable<Integer> {}
