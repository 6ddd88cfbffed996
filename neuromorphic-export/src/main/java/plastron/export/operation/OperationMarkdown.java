package plastron.export.operation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Operations and their energy as Markdown. */
public final class OperationMarkdown {

  private static final String NONE =
      "No energy of an operation on this chip is confirmed, so no energy is stated.\n";

  private static final String LEFT_OUT =
      "Only these operations are in the range, as dynamic energy. Not in it: static power, spikes"
          + " on their way between cores, updates of synapses by rules, products of neuron"
          + " programs, and the host; no figure of these is confirmed.\n";

  private OperationMarkdown() {}

  /** What a network does in an episode. */
  public static String of(ChipOperations operations) {
    StringBuilder text = new StringBuilder();
    row(text, "population", "neurons", "spikes", "updates of neurons");
    row(text, "---", "---", "---", "---");
    for (ChipOperations.OfPopulation p : operations.populations()) {
      row(text, p.name(), p.neurons(), count(p.spikes()), count(p.updates()));
    }
    text.append('\n');
    row(
        text,
        "layer",
        "stored synapses",
        "synaptic operations (AC)",
        "if all spiked in every step",
        "updates of synapses",
        "products of rules",
        "products of neurons");
    row(text, "---", "---", "---", "---", "---", "---", "---");
    for (ChipOperations.OfLayer l : operations.layers()) {
      row(
          text,
          l.name(),
          l.synapses(),
          count(l.accumulates()),
          count(l.dense()),
          count(l.updates()),
          count(l.products()),
          count(l.neuronProducts()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%nSparsity of activations %.4f, of connections %.4f. Footprint on all cores: %s.%n%n",
            operations.activationSparsity(),
            operations.connectionSparsity(),
            operations.footprint().stream()
                .map(u -> "%d %s".formatted(u.total(), u.limit().unit()))
                .collect(Collectors.joining(", "))));
    operations
        .energy()
        .ifPresent(
            energy ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "Energy of a trial, estimated: **%s nJ** (%.0f synaptic operations, %.0f"
                            + " updates of neurons).%n%n",
                        range(1e9 * energy.low(), 1e9 * energy.high()),
                        operations.accumulates(),
                        operations.neuronUpdates())));
    return text.append(figures(operations.figures())).toString();
  }

  /** What an image costs by spike and interval, before anything runs. */
  public static String of(ChipCosts costs) {
    StringBuilder text = new StringBuilder();
    row(
        text,
        "layer",
        "stored synapses",
        "of weight 0",
        "updates of synapses an interval",
        "products of rules an interval",
        "products of neurons an interval");
    row(text, "---", "---", "---", "---", "---", "---");
    for (LayerCosts l : costs.layers()) {
      row(text, l.layer(), l.synapses(), l.zeros(), l.updates(), l.products(), l.neuronProducts());
    }
    return text.append('\n').append(figures(costs.figures())).toString();
  }

  private static String figures(List<EnergyFigure> figures) {
    if (figures.isEmpty()) {
      return NONE;
    }
    StringBuilder text = new StringBuilder();
    for (EnergyFigure f : figures) {
      text.append(
          "- %s: %s pJ; %s%n"
              .formatted(
                  f.operation().title(),
                  range(1e12 * f.lowJoules(), 1e12 * f.highJoules()),
                  f.source()));
    }
    return text.append('\n').append(LEFT_OUT).toString();
  }

  private static String range(double low, double high) {
    return low == high ? count(low) : count(low) + " to " + count(high);
  }

  private static String count(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }

  private static void row(StringBuilder text, Object... cells) {
    for (Object cell : cells) {
      text.append("| ").append(cell).append(' ');
    }
    text.append("|\n");
  }
}
