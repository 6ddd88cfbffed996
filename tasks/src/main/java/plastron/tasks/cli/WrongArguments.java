package plastron.tasks.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and which one may have been meant. */
final class WrongArguments {

  private WrongArguments() {}

  /**
   * Explains an error.
   *
   * @param args the whole command line
   */
  static BadInputException explain(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      Optional<String> owner = subcommandWith(command, first, args);
      if (owner.isPresent()) {
        return missing(command, owner.get(), first, args);
      }
      if (!first.startsWith("-") && !command.getSubcommands().isEmpty()) {
        return unknown(command, first, unmatched.getSuggestions());
      }
      if (!unmatched.getSuggestions().isEmpty()) {
        return new BadInputException(
            message, "Maybe %s was meant.".formatted(unmatched.getSuggestions().getFirst()));
      }
    }
    return new BadInputException(message, seeHelp(command));
  }

  private static BadInputException unknown(
      CommandLine command, String name, List<String> suggestions) {
    return new BadInputException(
        "%s (%s) is not known, expected one of %s.".formatted(kind(command), name, names(command)),
        suggestions.isEmpty()
            ? seeHelp(command)
            : "Maybe %s was meant.".formatted(suggestions.getFirst()));
  }

  /** An option of a subcommand that was left out or stands behind it. */
  private static BadInputException missing(
      CommandLine command, String subcommand, String option, String[] args) {
    List<Object> words = new ArrayList<>(Arrays.asList((Object[]) args));
    boolean behind = words.remove(subcommand);
    words.add(words.indexOf(command.getCommandName()) + 1, subcommand);
    return new BadInputException(
        "%s (%s) must be given before option %s, expected one of %s."
            .formatted(kind(command), behind ? subcommand : "missing", option, names(command)),
        "Maybe " + ShellLine.of(words.toArray()));
  }

  /** The only subcommand that has an option; one that is named if all have it, or else any. */
  private static Optional<String> subcommandWith(
      CommandLine command, String argument, String[] args) {
    String name = argument.replaceFirst("=.*", "");
    List<String> owners =
        visible(command)
            .filter(c -> c.getCommandSpec().optionsMap().containsKey(name))
            .map(CommandLine::getCommandName)
            .toList();
    if (owners.isEmpty() || (owners.size() > 1 && owners.size() < visible(command).count())) {
      return Optional.empty();
    }
    return owners.stream()
        .filter(Arrays.asList(args)::contains)
        .findFirst()
        .or(() -> Optional.of(owners.getFirst()));
  }

  private static Stream<CommandLine> visible(CommandLine command) {
    return command.getSubcommands().values().stream()
        .filter(c -> !c.getCommandSpec().usageMessage().hidden());
  }

  private static String names(CommandLine command) {
    return visible(command).map(CommandLine::getCommandName).collect(Collectors.joining(", "));
  }

  /** What the help calls the subcommands, such as "Command". */
  private static String kind(CommandLine command) {
    String label = command.getCommandSpec().usageMessage().synopsisSubcommandLabel();
    String word = label.replaceAll("[^A-Za-z]", "");
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String seeHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<Object> words = new ArrayList<>(List.of((Object[]) spec.qualifiedName().split(" ")));
    words.removeFirst();
    words.add("--help");
    return "Maybe %s shows what is possible.".formatted(ShellLine.of(words.toArray()));
  }
}
