package plastron.export.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.run.PlasticRunner;

/**
 * Scales the fixed weights of a drawn network so that its populations fire at a moderate rate,
 * where scaling can do that.
 */
final class Moderation {

  private static final double LEAST_RATE = 0.05;
  private static final double MOST_RATE = 0.25;
  private static final int ROUNDS = 12;

  private Moderation() {}

  /** The network with other fixed weights, population by population in the order of declaration. */
  static PlasticModel of(PlasticModel model, Input example) {
    PlasticModel moderate = model;
    for (int population : model.graph().computing()) {
      moderate = population(moderate, population, example);
    }
    return moderate;
  }

  /** Looks for a factor between one that is too small and one too large. */
  private static PlasticModel population(PlasticModel model, int population, Input example) {
    PlasticModel scaled = model;
    double factor = 1;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      SpikeRaster out = PlasticRunner.of(scaled).run(example).spikes().get(population);
      double rate = (double) out.count(0, out.steps()) / ((long) out.steps() * out.neurons());
      if (rate >= LEAST_RATE && rate <= MOST_RATE) {
        return scaled;
      }
      if (rate < LEAST_RATE) {
        low = factor;
        factor = Double.isInfinite(high) ? 2 * low : Math.sqrt(low * high);
      } else {
        high = factor;
        factor = low == 0 ? high / 2 : Math.sqrt(low * high);
      }
      scaled = withFixed(model, model.graph().populations().get(population).name(), factor);
    }
    return scaled;
  }

  private static PlasticModel withFixed(PlasticModel model, String population, double factor) {
    List<PlasticProjection> projections = new ArrayList<>(model.graph().projections());
    projections.replaceAll(p -> p.to().equals(population) ? withFixed(p, factor) : p);
    return model.withProjections(projections);
  }

  private static PlasticProjection withFixed(PlasticProjection projection, double factor) {
    Optional<Symbol> gain = gain(projection.rule());
    Map<String, double[][]> parameters = new LinkedHashMap<>(projection.parameters());
    for (Symbol symbol : projection.rule().symbols(Role.PARAMETER)) {
      if (symbol.axis() == Axis.SYNAPSE && !Optional.of(symbol).equals(gain)) {
        parameters.put(symbol.name(), scaled(projection.parameter(symbol.name()), factor));
      }
    }
    return projection.withParameters(parameters);
  }

  /** The parameter beside a state in the effective weight; a rule without one has none such. */
  static Optional<Symbol> gain(PlasticityRule rule) {
    return RuleDerivation.of(rule).weight().terms().stream()
        .filter(t -> t.factors().stream().anyMatch(f -> f.role() == Role.STATE))
        .flatMap(t -> t.factors().stream())
        .filter(f -> f.role() == Role.PARAMETER)
        .findFirst();
  }

  private static double[][] scaled(double[][] values, double factor) {
    return Arrays.stream(values)
        .map(row -> Arrays.stream(row).map(value -> factor * value).toArray())
        .toArray(double[][]::new);
  }
}
