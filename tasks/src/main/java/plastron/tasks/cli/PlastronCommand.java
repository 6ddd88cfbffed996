package plastron.tasks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code plastron} command: version, help, and the subcommands that the service list names. */
@Command(
    name = "plastron",
    mixinStandardHelpOptions = true,
    versionProvider = ProjectVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Learns how synapses should learn, offline, and puts the learned rule on a neuromorphic"
            + " chip.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0 done, 1 a check failed, 2 wrong input, 3 unexpected error, 130 stopped by"
          + " Ctrl-C, 141 nobody reads the results any more.",
      "PLASTRON_DEBUG=1 shows the stack trace of an unexpected error."
    })
public final class PlastronCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** Runs the command line of the process and ends it. */
  public static void main(String[] args) {
    // Numbers in files and messages look the same in every country.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, results, err));
  }

  /** {@link #run(String[], PrintWriter, PrintWriter)}, but silent if nobody reads the results. */
  static int run(String[] args, ResultStream results, PrintWriter err) {
    PrintWriter out = new PrintWriter(results, false, StandardCharsets.UTF_8);
    return run(args, out, err, results::readerHasEnded);
  }

  /**
   * Runs one command line inside this process.
   *
   * @param args what stands after {@code plastron}, not modified
   * @param out receives the results, flushed at the end
   * @param err receives error messages, flushed at the end
   * @return one of {@link ExitCode}'s values
   */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    return run(args, out, err, () -> false);
  }

  private static int run(
      String[] args, PrintWriter out, PrintWriter err, BooleanSupplier readerHasEnded) {
    ErrorLines errors = new ErrorLines(err, "1".equals(System.getenv("PLASTRON_DEBUG")));
    try {
      int exitCode = commandLine(errors).setOut(out).setErr(err).execute(args);
      // A writer keeps silent about a full disk until it is asked.
      if (!out.checkError()) {
        return exitCode;
      }
      return readerHasEnded.getAsBoolean() ? ExitCode.READER_ENDED : errors.failed(unwritten());
    } catch (Throwable e) {
      return errors.failed(e);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static BadInputException unwritten() {
    return new BadInputException(
        "Standard output cannot be written, the results are incomplete.",
        "Maybe the disk is full.");
  }

  private static CommandLine commandLine(ErrorLines errors) {
    CommandLine line = new CommandLine(new PlastronCommand());
    ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
    return line.setExpandAtFiles(false)
        .setParameterExceptionHandler(errors::wrongArguments)
        .setExecutionExceptionHandler((e, command, parsed) -> errors.failed(e));
  }

  /** Without a subcommand nothing can be done: shows the help. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.BAD_INPUT;
  }
}
