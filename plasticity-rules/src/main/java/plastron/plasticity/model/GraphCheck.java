package plastron.plasticity.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.core.check.Require;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.module.RateModule;

/**
 * Refuses graphs that have no meaning, and parameters that do not fit. Long, because everything
 * that names something else is looked up here.
 */
final class GraphCheck {

  private GraphCheck() {}

  static void check(
      List<Population> populations,
      List<PlasticProjection> projections,
      List<Drive> drives,
      List<RateModule> modules,
      List<Learned> learned) {
    if (populations.stream().noneMatch(p -> p.neuron() instanceof Neuron.SpikeSource)) {
      throw new IllegalArgumentException(
          "Populations (%s) need a spike source among them, which gives the input."
              .formatted(populations.stream().map(Population::name).toList()));
    }
    Set<String> names = new HashSet<>();
    populations.forEach(p -> unique(names, "Population", p.name()));
    names.clear();
    Stream.<RuleSite>concat(projections.stream(), drives.stream())
        .forEach(site -> unique(names, "Projection or drive", site.name()));
    for (PlasticProjection projection : projections) {
      Population from = find(populations, "Projection", projection.name(), projection.from());
      Population to = find(populations, "Projection", projection.name(), projection.to());
      if (from.neuron() instanceof Neuron.LeakyIntegrator) {
        throw new IllegalArgumentException(
            "Projection %s comes from population (%s), which never spikes."
                .formatted(projection.name(), from.name()));
      }
      connectivity(projection, from.size(), to.size());
      sources(populations, modules, projection, to);
      if (projection.delivery() != projection.rule().delivery(projection.delivery())) {
        throw new IllegalArgumentException(
            "Delivery of projection %s (%s) must be ARRIVAL: single spikes change its weights in any step."
                .formatted(projection.name(), projection.delivery()));
      }
      if (projection.rule().isTimed() && to.neuron() instanceof Neuron.LeakyIntegrator) {
        throw new IllegalArgumentException(
            "Rule %s of projection %s waits for the spikes of population (%s), which never spikes."
                .formatted(projection.rule().name(), projection.name(), to.name()));
      }
    }
    for (Drive drive : drives) {
      Population to = find(populations, "Drive", drive.name(), drive.to());
      boolean spikes = !(to.neuron() instanceof Neuron.LeakyIntegrator);
      if (drive.target() == Drive.Target.THRESHOLD && !spikes) {
        throw new IllegalArgumentException(
            "Drive %s of population (%s) is for a threshold, which it has not."
                .formatted(drive.name(), to.name()));
      }
      if (drive.rule().isTimed()) {
        throw new IllegalArgumentException(
            "Drive %s has rule %s, which single spikes drive, expected one that reads rates: a drive has no PRE neurons."
                .formatted(drive.name(), drive.rule().name()));
      }
      RuleDerivation.of(drive.rule()).weight().terms().stream()
          .filter(term -> term.factors().stream().noneMatch(f -> f.role() == Role.STATE))
          .findFirst()
          .ifPresent(
              term -> {
                throw new IllegalArgumentException(
                    "Drive %s has rule %s whose effective weight has the term (%s), expected states in every term: a drive is 0 in the first window."
                        .formatted(drive.name(), drive.rule().name(), term.factors()));
              });
      for (Symbol activity : drive.rule().symbols(Role.ACTIVITY)) {
        if (activity.axis() == Axis.PRE) {
          throw new IllegalArgumentException(
              "Rule of drive %s reads the rates (%s) of PRE neurons, of which a drive has none."
                  .formatted(drive.name(), activity));
        }
      }
      sources(populations, modules, drive, to);
    }
    Set<List<Object>> seen = new HashSet<>();
    for (Learned value : learned) {
      Population of = find(populations, "Learned value", value.value().label(), value.population());
      if (NeuronValues.of(of.neuron(), value.value()).isEmpty()) {
        throw new IllegalArgumentException(
            "Learned value (%s) is not one that the neurons of population %s have."
                .formatted(value.value().label(), of.name()));
      }
      if (!seen.add(List.of(value.population(), value.value()))) {
        throw new IllegalArgumentException(
            "Learned value (%s) of population %s stands twice."
                .formatted(value.value().label(), of.name()));
      }
    }
  }

  private static void unique(Set<String> names, String what, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("%s name (%s) is used twice.".formatted(what, name));
    }
  }

  private static Population find(
      List<Population> populations, String what, String which, String name) {
    return populations.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s %s names population (%s), expected one of %s."
                        .formatted(
                            what,
                            which,
                            name,
                            populations.stream().map(Population::name).toList())));
  }

  private static void connectivity(PlasticProjection projection, int pre, int post) {
    try {
      projection.connectivity().check(pre, post);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Projection %s: %s".formatted(projection.name(), e.getMessage()), e);
    }
  }

  private static void sources(
      List<Population> populations, List<RateModule> modules, RuleSite site, Population to) {
    if (to.neuron() instanceof Neuron.SpikeSource) {
      throw new IllegalArgumentException(
          "%s leads to population (%s), a spike source, which receives nothing."
              .formatted(site.name(), to.name()));
    }
    Set<String> read =
        site.rule().symbols().stream()
            .filter(s -> s.role() == Role.EXTERNAL || s.axis() == Axis.MODULATOR)
            .map(Symbol::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String symbol : site.sources().keySet()) {
      Require.oneOf(
          "Symbol with a source of %s, rule %s,".formatted(site.name(), site.rule().name()),
          symbol,
          read);
    }
    boolean spikes = !(to.neuron() instanceof Neuron.LeakyIntegrator);
    for (Symbol external : site.rule().symbols(Role.EXTERNAL)) {
      String source = source(site, external);
      modules.stream()
          .filter(module -> module.name().equals(source))
          .forEach(
              module ->
                  GraphSignals.requireWidth(
                      "Module " + module.name(),
                      module.width(),
                      GraphSignals.width(external, to.size()),
                      site.name()));
    }
    for (Symbol symbol : site.rule().symbols()) {
      boolean ofPost = symbol.role() == Role.ACTIVITY && symbol.axis() == Axis.POST;
      if (ofPost && !spikes && site.rule().isPlastic()) {
        throw new IllegalArgumentException(
            "Rule %s of %s reads the rates (%s) of population %s, which never spikes."
                .formatted(site.rule().name(), site.name(), symbol, to.name()));
      }
      if (symbol.role() == Role.ACTIVITY && symbol.axis() == Axis.MODULATOR) {
        Population from = find(populations, "Source of", site.name(), source(site, symbol));
        if (from.neuron() instanceof Neuron.LeakyIntegrator) {
          throw new IllegalArgumentException(
              "Modulator %s of %s comes from population (%s), which never spikes."
                  .formatted(symbol, site.name(), from.name()));
        }
      }
    }
  }

  /** Where a symbol's values come from. */
  static String source(RuleSite site, Symbol symbol) {
    String source = site.sources().get(symbol.name());
    if (source == null) {
      throw new IllegalArgumentException(
          "Symbol (%s) of rule %s at %s has no source, expected one of %s."
              .formatted(symbol.name(), site.rule().name(), site.name(), site.sources().keySet()));
    }
    return source;
  }

  /** Throws {@link IllegalArgumentException} if a parameter is missing or does not fit. */
  static void parameters(PlasticGraph graph, RuleSite site) {
    List<String> names = site.rule().symbols(Role.PARAMETER).stream().map(Symbol::name).toList();
    for (String parameter : site.parameters().keySet()) {
      Require.oneOf(
          "Parameter of %s, rule %s,".formatted(site.name(), site.rule().name()), parameter, names);
    }
    Map<String, Integer> modulators = graph.modulatorSizes(site);
    Optional<SynapseRows> sparse = graph.sparse(site);
    for (Symbol symbol : site.rule().symbols(Role.PARAMETER)) {
      double[][] value = site.parameters().get(symbol.name());
      if (value == null) {
        throw new IllegalArgumentException(
            "Parameter %s of %s (absent) must be one of %s."
                .formatted(symbol.name(), site.name(), site.parameters().keySet()));
      }
      boolean counted =
          symbol.axis().from() == Dimension.MODULATOR || symbol.axis().to() == Dimension.MODULATOR;
      if (counted && !modulators.containsKey(symbol.name())) {
        throw new IllegalArgumentException(
            "Parameter %s of %s (axis %s) needs a modulating population."
                .formatted(symbol.name(), site.name(), symbol.axis()));
      }
      int rows = graph.count(site, symbol, symbol.axis().from(), modulators);
      int columns = graph.count(site, symbol, symbol.axis().to(), modulators);
      boolean fits = value.length == rows;
      Optional<SynapseRows> lists = sparse.filter(s -> symbol.axis() == Axis.SYNAPSE);
      for (int r = 0; r < value.length; r++) {
        double[] row = value[r];
        if (row == null) {
          throw new IllegalArgumentException(
              "Parameter %s of %s holds a row (null), expected one of %d numbers."
                  .formatted(symbol.name(), site.name(), columns));
        }
        int pre = r;
        fits = fits && row.length == lists.map(synapses -> synapses.degree(pre)).orElse(columns);
        for (double v : row) {
          if (!Double.isFinite(v)) {
            throw new IllegalArgumentException(
                "Parameter %s of %s holds (%s), expected finite numbers."
                    .formatted(symbol.name(), site.name(), v));
          }
        }
      }
      if (!fits) {
        throw new IllegalArgumentException(
            "Parameter %s of %s (%d rows of %d) must be %d rows of %s."
                .formatted(
                    symbol.name(),
                    site.name(),
                    value.length,
                    value.length == 0 ? 0 : value[0].length,
                    rows,
                    lists.isPresent() ? "one number for each synapse" : columns));
      }
    }
  }
}
