package plastron.export.why;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a chip differs from its model.
 *
 * @param profile name of the chip
 * @param model name of the model
 * @param chip how far the chip is from the model
 * @param together how far the model is from itself with all operations made integer
 * @param causes the most expensive first; what changes nothing is left out
 * @param first the first spike that differs; empty if none does
 * @param changes what the image says otherwise than its model compiles to, in a few words each
 */
public record WhyReport(
    String profile,
    String model,
    Difference chip,
    Difference together,
    List<CauseCost> causes,
    Optional<FirstDifference> first,
    List<String> changes) {

  public WhyReport {
    causes = List.copyOf(causes);
    changes = List.copyOf(changes);
  }

  /** The answer in a sentence or two. */
  public String conclusion() {
    if (chip.cost() == 0) {
      return "The chip does what the model does.";
    }
    if (causes.isEmpty()) {
      return "No operation alone makes a difference on these trials.";
    }
    CauseCost most = causes.getFirst();
    String written =
        most.changed() ? ", which the image has otherwise than the model compiles to" : "";
    return "Most of the difference comes from %s%s: %s."
        .formatted(most.cause(), written, cost(most));
  }

  private static String cost(CauseCost most) {
    return String.format(
        Locale.ROOT,
        "alone it costs %.1f points of accuracy, a trace error of %.3f and %.1f %% of the spikes",
        most.difference().accuracy().lossPoints(),
        most.difference().traceError(),
        100 * most.difference().spikesApart());
  }

  /** The report for people, as Markdown. */
  public String toMarkdown() {
    return WhyMarkdown.print(this);
  }

  /** The report for programs, as JSON. */
  public String toJson() {
    return WhyJson.print(this);
  }
}
