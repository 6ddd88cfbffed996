package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import plastron.core.network.Components;
import plastron.core.network.Population;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.RateForm;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.Outline;
import plastron.export.stage.ValidLayer;
import plastron.export.stage.ValidModel;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/**
 * Brings a model into the network form of a chip. What changes only by little and for a stated
 * reason (delivery, latency, rate estimator, a slightly different window) is changed and reported
 * as lossy; what the chip has no counterpart for is refused.
 */
final class ValidateModel {

  /** Windows may be changed by at most this share, so that learning rates keep their meaning. */
  private static final double INTERVAL_TOLERANCE = 0.05;

  private ValidateModel() {}

  static ValidModel validate(
      PlasticModel model,
      ChipProfile<?, ?> profile,
      ExportOptions options,
      Diagnostics diagnostics) {
    settings(model, profile, options, diagnostics);
    new GraphForm(profile.codePrefix(), diagnostics).check(model.graph());
    int interval = interval(model, profile, diagnostics);
    RateEstimator rates = rates(model, interval, profile, diagnostics);
    List<PlasticProjection> projections = projections(model.graph(), profile, diagnostics);
    diagnostics.throwIfRefused();

    Clock clock = new Clock(interval, rates, model.graph().clock().referenceRate());
    PlasticGraph graph =
        new PlasticGraph(model.graph().populations(), projections, List.of(), List.of(), clock);
    SortedMap<String, Integer> signals = signals(graph);
    List<ValidLayer> layers = new ArrayList<>();
    for (PlasticProjection projection : projections) {
      layers.add(
          new ValidLayer(
              name(graph, projection),
              graph.index(projection.from()),
              graph.index(projection.to()),
              graph.population(projection.from()).size(),
              graph.population(projection.to()),
              projection,
              graph.modulators(projection),
              indices(projection, List.copyOf(signals.keySet())),
              RuleDerivation.of(projection.rule()),
              interval,
              rates,
              clock.referenceRate(),
              options));
    }
    Outline outline =
        new Outline(
            model.name(),
            graph.populations().stream().map(Population::name).toList(),
            IntStream.of(graph.sizes()).boxed().toList(),
            IntStream.of(graph.inputs()).boxed().toList(),
            signals,
            interval,
            model.provenance(),
            options);
    return new ValidModel(outline, model.with(graph), layers);
  }

  private static void settings(
      PlasticModel model,
      ChipProfile<?, ?> profile,
      ExportOptions options,
      Diagnostics diagnostics) {
    options
        .settings()
        .forEach(
            (name, value) ->
                profile
                    .problem(name, value)
                    .ifPresent(
                        problem ->
                            diagnostics.refuse(
                                profile.codePrefix() + "-SETTING",
                                "model " + model.name(),
                                problem,
                                "Maybe leave it out.")));
  }

  /** Only one value suits rules that read a signal in different shapes. */
  private static SortedMap<String, Integer> signals(PlasticGraph graph) {
    SortedMap<String, Integer> signals = new TreeMap<>();
    for (PlasticProjection projection : graph.projections()) {
      for (Symbol external : projection.rule().symbols(Role.EXTERNAL)) {
        int values = external.axis() == Axis.POST ? graph.population(projection.to()).size() : 1;
        signals.merge(
            Objects.requireNonNull(projection.sources().get(external.name())),
            values,
            (a, b) -> a.equals(b) ? a : 1);
      }
    }
    return signals;
  }

  private static Map<String, Integer> indices(PlasticProjection projection, List<String> signals) {
    Map<String, Integer> indices = new HashMap<>();
    for (Symbol external : projection.rule().symbols(Role.EXTERNAL)) {
      indices.put(external.name(), signals.indexOf(projection.sources().get(external.name())));
    }
    return indices;
  }

  /** A population's only layer has its name. */
  private static String name(PlasticGraph graph, PlasticProjection projection) {
    long into = graph.projections().stream().filter(p -> p.to().equals(projection.to())).count();
    return into == 1 ? projection.to() : projection.name();
  }

  private static List<PlasticProjection> projections(
      PlasticGraph graph, ChipProfile<?, ?> profile, Diagnostics diagnostics) {
    Components components = graph.components();
    List<PlasticProjection> projections = new ArrayList<>();
    for (PlasticProjection projection : graph.projections()) {
      boolean inside =
          components.together(graph.index(projection.from()), graph.index(projection.to()));
      LayerForm form =
          new LayerForm(
              name(graph, projection),
              profile.name(),
              profile.codePrefix(),
              profile.form(),
              diagnostics);
      projections.add(
          withoutVanishing(form.apply(projection, graph.population(projection.to()), inside)));
    }
    return projections;
  }

  /** The float model computes in single precision, which takes some numbers for zero. */
  private static PlasticProjection withoutVanishing(PlasticProjection projection) {
    if (projection.parameters().values().stream().noneMatch(ValidateModel::hasVanishing)) {
      return projection;
    }
    Map<String, double[][]> parameters = new LinkedHashMap<>(projection.parameters());
    parameters.replaceAll(
        (name, values) ->
            Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(v -> isVanishing(v) ? 0 : v).toArray())
                .toArray(double[][]::new));
    return projection.withParameters(parameters);
  }

  private static boolean hasVanishing(double[][] values) {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .anyMatch(ValidateModel::isVanishing);
  }

  private static boolean isVanishing(double value) {
    return value != 0 && (float) value == 0;
  }

  private static int interval(
      PlasticModel model, ChipProfile<?, ?> profile, Diagnostics diagnostics) {
    int wanted = model.graph().clock().updateInterval();
    int nearest = profile.form().intervals().nearest(wanted);
    if (nearest == wanted || !model.graph().isPlastic()) {
      return wanted;
    }
    String code = profile.codePrefix() + "-DT-ROUND";
    String subject = "model " + model.name();
    String message =
        "the update interval (%d steps) is not m*2^k with m up to %d and k up to %d; the nearest is %d."
            .formatted(
                wanted,
                profile.form().intervals().maxMantissa(),
                profile.form().intervals().maxExponent(),
                nearest);
    String wayOut = "Maybe train with an update interval of %d.".formatted(nearest);
    if (Math.abs(nearest - wanted) > INTERVAL_TOLERANCE * wanted) {
      diagnostics.refuse(code, subject, message, wayOut);
    } else {
      diagnostics.lossy(code, subject, message, wayOut);
    }
    return nearest;
  }

  private static RateEstimator rates(
      PlasticModel model, int interval, ChipProfile<?, ?> profile, Diagnostics diagnostics) {
    boolean sameForm = profile.form().rates().contains(RateForm.of(model.graph().clock().rates()));
    RateForm chipForm =
        sameForm ? RateForm.of(model.graph().clock().rates()) : profile.form().rates().getFirst();
    if (sameForm || !model.graph().isPlastic()) {
      return model.graph().clock().rates();
    }
    RateEstimator estimator = chipForm.estimator(interval);
    diagnostics.lossy(
        profile.codePrefix() + "-RATES",
        "model " + model.name(),
        "rates are made on this chip by: %s; the model was trained with: %s."
            .formatted(
                NetworkWording.of(estimator), NetworkWording.of(model.graph().clock().rates())),
        "Maybe train with --hardware %s.".formatted(profile.name()));
    return estimator;
  }
}
