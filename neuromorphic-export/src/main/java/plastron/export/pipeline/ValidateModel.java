package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.RateForm;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.Outline;
import plastron.export.stage.ValidLayer;
import plastron.export.stage.ValidModel;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
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
      LayeredModel model,
      ChipProfile<?, ?> profile,
      ExportOptions options,
      Diagnostics diagnostics) {
    HardwareForm form = profile.form();
    String prefix = profile.codePrefix();
    LayerForm layerForm = new LayerForm(profile.name(), prefix, form, diagnostics);
    int interval = interval(model, profile, diagnostics);
    RateEstimator rates = rates(model, interval, profile, diagnostics);
    List<PlasticLayer> layers =
        model.layers().stream().map(layerForm::apply).map(ValidateModel::withoutVanishing).toList();
    diagnostics.throwIfRefused();

    LayeredModel fitting =
        new LayeredModel(
            model.name(),
            model.inputs(),
            layers,
            interval,
            rates,
            model.referenceRate(),
            model.provenance());
    List<ValidLayer> valid = new ArrayList<>();
    int[] sizes = fitting.sizes();
    for (int l = 0; l < layers.size(); l++) {
      PlasticLayer layer = layers.get(l);
      valid.add(
          new ValidLayer(
              l,
              sizes[l],
              layer,
              RuleDerivation.of(layer.rule()),
              interval,
              rates,
              model.referenceRate(),
              options));
    }
    List<String> names =
        Stream.concat(Stream.of(Outline.INPUT), layers.stream().map(PlasticLayer::name)).toList();
    Outline outline =
        new Outline(
            model.name(),
            names,
            IntStream.of(sizes).boxed().toList(),
            interval,
            model.provenance(),
            options);
    return new ValidModel(outline, fitting, valid);
  }

  /** The float model computes in single precision, which takes some numbers for zero. */
  private static PlasticLayer withoutVanishing(PlasticLayer layer) {
    return layer.withProjections(
        layer.projections().stream()
            .map(
                p ->
                    p.parameters().values().stream().anyMatch(ValidateModel::hasVanishing)
                        ? withoutVanishing(p)
                        : p)
            .toList());
  }

  private static LayerSynapses withoutVanishing(LayerSynapses projection) {
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
      LayeredModel model, ChipProfile<?, ?> profile, Diagnostics diagnostics) {
    int wanted = model.updateInterval();
    int nearest = profile.form().intervals().nearest(wanted);
    if (nearest == wanted || model.layers().stream().noneMatch(l -> l.rule().isPlastic())) {
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
      LayeredModel model, int interval, ChipProfile<?, ?> profile, Diagnostics diagnostics) {
    boolean sameForm = profile.form().rates().contains(RateForm.of(model.rates()));
    RateForm chipForm = sameForm ? RateForm.of(model.rates()) : profile.form().rates().getFirst();
    if (sameForm || model.layers().stream().noneMatch(l -> l.rule().isPlastic())) {
      return model.rates();
    }
    RateEstimator estimator = chipForm.estimator(interval);
    diagnostics.lossy(
        profile.codePrefix() + "-RATES",
        "model " + model.name(),
        "rates are made on this chip by: %s; the model was trained with: %s."
            .formatted(NetworkWording.of(estimator), NetworkWording.of(model.rates())),
        "Maybe train with --hardware %s.".formatted(profile.name()));
    return estimator;
  }
}
