package plastron.tasks.bench.workload;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plastron.plasticity.catalogue.Catalogue;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;

/**
 * The shape of a training iteration. Everything else about it follows from these numbers.
 *
 * @param name one of {@link Workloads#NAMED}'s, or the description
 * @param rule rule of all layers, a name of the catalogue
 * @param inputs number of input neurons, at least 1
 * @param hidden number of neurons of every hidden layer, at least one layer, each at least 1
 * @param outputs number of output neurons, at least 1
 * @param steps length of an episode, at least 1
 * @param batch episodes per iteration, at least 1
 * @param density spikes per input neuron and step, above 0 and at most 1
 * @param window steps between trace updates, at least 1 and at most {@code steps}
 */
public record Workload(
    String name,
    String rule,
    int inputs,
    List<Integer> hidden,
    int outputs,
    int steps,
    int batch,
    double density,
    int window) {

  /** How a workload without a name is written. */
  public static final String FORM =
      "RULE INPUTS-HIDDEN[-HIDDEN...]-OUTPUTS T=N batch=N density=X window=N";

  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "(\\S+) (\\d{1,5})-((?:\\d{1,5}-)+)(\\d{1,5}) T=(\\d{1,5}) batch=(\\d{1,5})"
              + " density=(\\d?\\.?\\d{1,9}) window=(\\d{1,5})");

  /**
   * The workload with this name or description.
   *
   * @throws BadInputException if it is neither
   */
  public static Workload of(String text) {
    return Workloads.NAMED.stream()
        .filter(w -> w.name.equals(text))
        .findFirst()
        .orElseGet(() -> described(text, text));
  }

  static Workload described(String name, String description) {
    Matcher m = DESCRIPTION.matcher(description);
    if (!m.matches()) {
      throw new BadInputException(
          "Workload (%s) must be one of %s, or \"%s\"."
              .formatted(description, String.join(", ", Workloads.names()), FORM),
          NearestName.maybe(description, Workloads.names()));
    }
    Workload workload =
        new Workload(
            name,
            m.group(1),
            number(m, 2),
            Arrays.stream(m.group(3).split("-", 0)).map(Integer::valueOf).toList(),
            number(m, 4),
            number(m, 5),
            number(m, 6),
            Double.parseDouble(m.group(7)),
            number(m, 8));
    if (Catalogue.find(workload.rule).isEmpty()) {
      throw NearestName.refusal(
          "Rule of workload \"%s\"".formatted(description), workload.rule, Catalogue.names());
    }
    return workload;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  public Workload {
    hidden = List.copyOf(hidden);
    if (Math.min(Math.min(inputs, outputs), Math.min(steps, batch)) < 1
        || hidden.isEmpty()
        || hidden.stream().anyMatch(size -> size < 1)
        || !(density > 0 && density <= 1)
        || window < 1
        || window > steps) {
      throw new BadInputException(
          ("Workload (%s) needs sizes, steps and batch of at least 1, a density above 0 and at most"
                  + " 1, and a window from 1 to the number of steps.")
              .formatted(name));
    }
  }
}
