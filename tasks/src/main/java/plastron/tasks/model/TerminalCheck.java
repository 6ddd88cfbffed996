package plastron.tasks.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;
import plastron.tasks.design.Terminals;
import plastron.tasks.design.Terminals.Terminal;

/** Requires that a network has the populations that a task feeds and reads. */
public final class TerminalCheck {

  private final String subject;
  private final String task;
  private final List<Population> populations;

  /**
   * @param subject what the network is called, for errors
   * @param task name of the task
   * @param populations of the network
   */
  public TerminalCheck(String subject, String task, List<Population> populations) {
    this.subject = subject;
    this.task = task;
    this.populations = populations;
  }

  /**
   * Requires all of them, and no source that nobody feeds.
   *
   * @throws BadInputException naming the first population that is not what is expected
   */
  public void require(Terminals terminals) {
    terminals.sources().forEach(source -> require(source, "feeds"));
    require(terminals.output(), "reads");
    List<String> fed = terminals.sources().stream().map(Terminal::population).toList();
    List<String> given =
        populations.stream()
            .filter(p -> p.neuron() instanceof Neuron.SpikeSource)
            .map(Population::name)
            .toList();
    if (!given.equals(fed)) {
      throw new BadInputException(
          "%s has the spike sources %s, expected those that task %s feeds, %s."
              .formatted(subject, given, task, fed));
    }
  }

  private void require(Terminal wanted, String does) {
    Optional<Population> found =
        populations.stream().filter(p -> p.name().equals(wanted.population())).findFirst();
    if (found.isEmpty()) {
      throw new BadInputException(
          "%s has no population %s, which task %s %s.".formatted(subject, wanted, task, does),
          maybe(wanted));
    }
    Terminal given = Terminal.of(found.get());
    if (!given.equals(wanted)) {
      throw new BadInputException(
          "%s has population %s, expected %s, which task %s %s."
              .formatted(subject, given, wanted, task, does));
    }
  }

  private @Nullable String maybe(Terminal wanted) {
    List<String> names = populations.stream().map(Population::name).toList();
    return NearestName.of(wanted.population(), names)
        .map(name -> "Maybe %s is to be called %s.".formatted(name, wanted.population()))
        .orElse("Maybe it is a network for another task.");
  }
}
