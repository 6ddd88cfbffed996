package plastron.export.nir.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule in normal form as a group of fields, for readers that want to run it and not to parse it:
 * the quantities to compute in their order, then a sum of products for the next value of every
 * state and for the weight.
 */
final class NormalFormFields {

  /** What every state is at the start of an episode. */
  private static final double INITIAL = 0;

  private NormalFormFields() {}

  static Hdf5Group write(PlasticityRule rule) {
    RuleDerivation derived = RuleDerivation.of(rule);
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put(
        "signals",
        SiteFields.list(derived.signals().stream().map(NormalFormFields::signal).toList()));
    fields.put(
        "updates",
        SiteFields.list(derived.updates().stream().map(NormalFormFields::update).toList()));
    fields.put("weight", Hdf5Group.of(sum(derived.weight())));
    return Hdf5Group.of(fields);
  }

  private static Hdf5Group signal(SignalStep step) {
    Map<String, Hdf5Node> fields =
        switch (step) {
          case RuleDerivation.DotStep dot ->
              texts("dot", "matrix", dot.matrix().name(), "vector", dot.vector().name());
          case RuleDerivation.PolynomialStep polynomial -> {
            Map<String, Hdf5Node> sum = sum(polynomial.value());
            sum.put("kind", Hdf5Array.Texts.of("sum"));
            yield sum;
          }
          case RuleDerivation.FunctionStep f -> {
            Map<String, Hdf5Node> applied =
                texts("function", "function", f.function().name(), "operand", f.operand().name());
            if (f.function() instanceof Function.Clamp(double low, double high)) {
              applied.put("ends", Hdf5Array.Reals.of(new double[] {low, high}));
            }
            yield applied;
          }
        };
    fields.put("symbol", Hdf5Array.Texts.of(step.symbol().name()));
    fields.put("axis", Hdf5Array.Texts.of(step.symbol().axis().name()));
    return Hdf5Group.of(fields);
  }

  private static Map<String, Hdf5Node> texts(
      String kind, String first, String one, String second, String other) {
    return new TreeMap<>(
        Map.of(
            "kind",
            Hdf5Array.Texts.of(kind),
            first,
            Hdf5Array.Texts.of(one),
            second,
            Hdf5Array.Texts.of(other)));
  }

  private static Hdf5Group update(NormalUpdate update) {
    Map<String, Hdf5Node> fields = sum(update.next());
    fields.put("symbol", Hdf5Array.Texts.of(update.state().name()));
    fields.put("initial", Hdf5Array.Reals.of(INITIAL));
    return Hdf5Group.of(fields);
  }

  private static Map<String, Hdf5Node> sum(Polynomial polynomial) {
    List<String> products = new ArrayList<>();
    double[] coefficients = new double[polynomial.terms().size()];
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = polynomial.terms().get(k).coefficient();
      products.add(
          polynomial.terms().get(k).factors().stream()
              .map(Symbol::name)
              .collect(Collectors.joining(" ")));
    }
    return new TreeMap<>(
        Map.of(
            "coefficients", Hdf5Array.Reals.of(coefficients),
            "products", Hdf5Array.Texts.of(products)));
  }

  /**
   * Holds the normal form of a file against its rule.
   *
   * @throws IllegalArgumentException if it is not that of the rule
   */
  static void check(Hdf5Fields fields, PlasticityRule rule) {
    if (!write(rule).isSaidBy(fields.group())) {
      throw new IllegalArgumentException(
          "%s must be the expressions of rule %s multiplied out, with initial states of 0."
              .formatted(fields.subject(), rule.name()));
    }
  }
}
