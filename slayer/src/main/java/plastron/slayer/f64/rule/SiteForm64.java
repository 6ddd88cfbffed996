package plastron.slayer.f64.rule;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plastron.core.network.SynapseRows;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;
import plastron.slayer.f64.synapse.Synapses64;

/**
 * A place where a rule acts, before any array of a sweep is made.
 *
 * @param rates the population that each activity of the rule is the rate of
 * @param signals the signal that each external symbol is
 * @param modules the module that gives it, where one does
 * @param wanted symbols whose adjoints somebody reads
 * @param clock how rates are made
 */
public record SiteForm64(
    RuleDerivation rule,
    RuleShape64 shape,
    Map<Symbol, Integer> rates,
    Map<Symbol, String> signals,
    Map<Symbol, Integer> modules,
    Set<Symbol> wanted,
    Clock clock) {

  /**
   * The form of a site.
   *
   * @param sources indices of the spike sources, whose rates nobody can change
   */
  public static SiteForm64 of(RuleSite site, PlasticGraph graph, Set<Integer> sources) {
    RuleDerivation rule = RuleDerivation.of(site.rule());
    int pre = graph.pre(site);
    int post = graph.population(site.to()).size();
    Map<String, Integer> modulators = graph.modulators(site);
    Map<Symbol, Integer> rates = new LinkedHashMap<>();
    for (Symbol activity : site.rule().symbols(Role.ACTIVITY)) {
      rates.put(
          activity,
          switch (activity.axis()) {
            case PRE -> graph.index(((PlasticProjection) site).from());
            case POST -> graph.index(site.to());
            default -> Objects.requireNonNull(modulators.get(activity.name()));
          });
    }
    Map<Symbol, String> signals = new LinkedHashMap<>();
    for (Symbol external : site.rule().symbols(Role.EXTERNAL)) {
      signals.put(external, Objects.requireNonNull(site.sources().get(external.name())));
    }
    Map<Symbol, Integer> modules = new LinkedHashMap<>();
    signals.forEach((symbol, name) -> graph.module(name).ifPresent(m -> modules.put(symbol, m)));
    Set<Symbol> wanted = new HashSet<>(site.rule().symbols(Role.PARAMETER));
    wanted.addAll(site.rule().symbols(Role.STATE));
    wanted.addAll(modules.keySet());
    rates.forEach(
        (symbol, population) -> {
          if (!sources.contains(population)) {
            wanted.add(symbol);
          }
        });
    Optional<SynapseRows> sparse = graph.sparse(site);
    // Spikes of both sides are looked up in rows by pre neuron.
    Axis rows =
        site instanceof PlasticProjection && sparse.isEmpty() && !site.rule().isTimed()
            ? Synapses64.rows(pre, post)
            : Axis.PRE;
    RuleShape64 shape = new RuleShape64(pre, post, graph.modulatorSizes(site), rows, sparse);
    return new SiteForm64(rule, shape, rates, signals, modules, wanted, graph.clock());
  }

  /** The symbols that the rule reads rates by, in order of declaration. */
  List<Symbol> activities() {
    return List.copyOf(rates.keySet());
  }
}
