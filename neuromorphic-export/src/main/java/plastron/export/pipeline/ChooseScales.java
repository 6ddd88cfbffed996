package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import plastron.core.run.Input;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.predict.ErrorPrediction;
import plastron.export.predict.ErrorPrediction.Candidate;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.CalibratedModel;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ScaledModel;
import plastron.plasticity.model.PlasticModel;

/**
 * Asks the chip for the formats and scales of every population's layers, in every way that it
 * offers, and takes the one whose rules come closest to the model's on the calibration examples;
 * collects all refusals before it stops.
 */
final class ChooseScales {

  private ChooseScales() {}

  static <R, P> ScaledModel<P> choose(
      PlasticModel model,
      CalibratedModel<R> calibrated,
      ChipProfile<R, P> profile,
      List<Input> examples,
      Diagnostics diagnostics) {
    List<String> declared = calibrated.layers().stream().map(l -> l.source().name()).toList();
    List<List<Way<P>>> populations = new ArrayList<>();
    for (int p = 0; p < calibrated.outline().sizes().size(); p++) {
      int population = p;
      List<CalibratedLayer<R>> into =
          calibrated.layers().stream().filter(l -> l.source().to() == population).toList();
      if (!into.isEmpty()) {
        populations.add(ways(into, profile, declared));
      }
    }
    List<Candidate> tried =
        populations.stream()
            .filter(ways -> ways.size() > 1)
            .flatMap(ways -> ways.stream().flatMap(way -> way.candidates().stream()))
            .toList();
    Iterator<Double> errors =
        ErrorPrediction.relative(model, tried, calibrated.outline().updateInterval(), examples)
            .iterator();
    List<ScaledLayer<P>> layers = new ArrayList<>();
    for (List<Way<P>> ways : populations) {
      Way<P> best = ways.size() > 1 ? best(ways, errors) : ways.getFirst();
      best.diagnostics().all().forEach(diagnostics::add);
      layers.addAll(best.layers());
    }
    diagnostics.throwIfRefused();
    layers.sort(Comparator.comparingInt(layer -> declared.indexOf(layer.name())));
    return new ScaledModel<>(
        calibrated.outline(),
        calibrated.calibration(),
        Complete.layers(layers, calibrated.layers().size(), profile));
  }

  /** The way whose layers have the least error together, of those the first. */
  private static <P> Way<P> best(List<Way<P>> ways, Iterator<Double> errors) {
    Way<P> best = ways.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Way<P> way : ways) {
      double error = 0;
      for (int c = 0; c < way.candidates().size(); c++) {
        error += errors.next();
      }
      if (error < least) {
        least = error;
        best = way;
      }
    }
    return best;
  }

  /** All ways that refuse nothing; the first, if every one does. */
  private static <R, P> List<Way<P>> ways(
      List<CalibratedLayer<R>> population, ChipProfile<R, P> profile, List<String> declared) {
    List<Way<P>> ways = new ArrayList<>();
    for (int w = 0; w < profile.waysToScale(population); w++) {
      Diagnostics found = new Diagnostics();
      List<ScaledLayer<P>> layers = profile.chooseScales(population, w, found);
      List<Candidate> candidates = new ArrayList<>();
      for (ScaledLayer<P> layer : layers) {
        profile
            .computed(Quantize.rounded(layer))
            .map(rule -> new Candidate(declared.indexOf(layer.name()), rule))
            .ifPresent(candidates::add);
      }
      ways.add(new Way<>(layers, candidates, found));
    }
    List<Way<P>> possible = ways.stream().filter(w -> !w.diagnostics().hasRefusals()).toList();
    return possible.isEmpty() ? List.of(ways.getFirst()) : possible;
  }

  /**
   * Layers of a population.
   *
   * @param candidates what those compute that change
   * @param diagnostics what was said about them
   */
  private record Way<P>(
      List<ScaledLayer<P>> layers, List<Candidate> candidates, Diagnostics diagnostics) {}
}
