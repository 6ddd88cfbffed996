package plastron.plasticity.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.run.Signal;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.module.ModuleInput;
import plastron.plasticity.module.RateModule;

/** What of a graph reads which signals from outside, and in which shape. */
final class GraphSignals {

  /** A rule's or a module's reading of a signal, as so many values in a window, or one for all. */
  private record Reading(String signal, int width, String reader) {}

  private GraphSignals() {}

  /** The signals that episodes give, each with the number of its values: 1 or one per neuron. */
  static Map<String, Integer> of(PlasticGraph graph) {
    Map<String, Integer> signals = new LinkedHashMap<>();
    readings(graph).forEach(r -> signals.merge(r.signal(), r.width(), Math::max));
    return signals;
  }

  /**
   * Throws {@link IllegalArgumentException} if nothing reads a signal of some name, or something
   * reads it in another shape.
   */
  static void check(PlasticGraph graph, Map<String, Signal> given) {
    if (given.isEmpty()) {
      return;
    }
    Map<String, Integer> known = of(graph);
    for (String name : given.keySet()) {
      if (!known.containsKey(name)) {
        throw new IllegalArgumentException(
            "Signal (%s) is not one that the network reads, %s.".formatted(name, known.keySet()));
      }
    }
    for (Reading reading : readings(graph)) {
      Signal signal = given.get(reading.signal());
      if (signal != null) {
        requireWidth(
            "Signal " + reading.signal(), signal.width(), reading.width(), reading.reader());
      }
    }
  }

  /** How many values in a window a rule reads as one symbol. */
  static int width(Symbol external, int post) {
    return external.axis() == Axis.POST ? post : 1;
  }

  static void requireWidth(String subject, int width, int wanted, String reader) {
    if (width != 1 && width != wanted) {
      throw new IllegalArgumentException(
          "%s (%d values in a window) must have %s, as %s reads it."
              .formatted(subject, width, wanted == 1 ? "1" : "1 or " + wanted, reader));
    }
  }

  private static List<Reading> readings(PlasticGraph graph) {
    List<Reading> readings = new ArrayList<>();
    for (RuleSite site : graph.sites()) {
      for (Symbol external : site.rule().symbols(Role.EXTERNAL)) {
        String source = GraphCheck.source(site, external);
        if (graph.module(source).isEmpty()) {
          int width = width(external, graph.population(site.to()).size());
          readings.add(new Reading(source, width, site.name()));
        }
      }
    }
    for (RateModule module : graph.modules()) {
      for (ModuleInput input : module.inputs().values().stream().flatMap(List::stream).toList()) {
        if (input instanceof ModuleInput.OfSignal(String signal, int width)) {
          readings.add(new Reading(signal, width, module.name()));
        }
      }
    }
    return readings;
  }
}
