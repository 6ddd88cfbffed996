package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import plastron.core.run.Input;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.predict.ErrorPrediction;
import plastron.export.predict.ErrorPrediction.Candidate;
import plastron.export.predict.ErrorPrediction.Trial;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.CalibratedModel;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ScaledModel;
import plastron.plasticity.model.PlasticModel;

/**
 * Asks the chip for the formats and scales of every population's layers. Where it leaves choices,
 * they are made one after the other, for all populations at a time: each takes the option whose
 * rules come closest to the model's on the calibration examples. Collects all refusals before it
 * stops.
 */
final class ChooseScales<R, P> {

  private final PlasticModel model;
  private final CalibratedModel<R> calibrated;
  private final ChipProfile<R, P> profile;
  private final List<String> declared;

  private ChooseScales(
      PlasticModel model, CalibratedModel<R> calibrated, ChipProfile<R, P> profile) {
    this.model = model;
    this.calibrated = calibrated;
    this.profile = profile;
    declared = calibrated.layers().stream().map(l -> l.source().name()).toList();
  }

  static <R, P> ScaledModel<P> choose(
      PlasticModel model,
      CalibratedModel<R> calibrated,
      ChipProfile<R, P> profile,
      List<Input> examples,
      Diagnostics diagnostics) {
    ChooseScales<R, P> scales = new ChooseScales<>(model, calibrated, profile);
    List<ScaledLayer<P>> layers = new ArrayList<>();
    for (Way<R, P> chosen : scales.chosen(examples)) {
      chosen.diagnostics().all().forEach(diagnostics::add);
      layers.addAll(chosen.layers());
    }
    diagnostics.throwIfRefused();
    layers.sort(Comparator.comparingInt(layer -> scales.declared.indexOf(layer.name())));
    return new ScaledModel<>(
        calibrated.outline(),
        calibrated.calibration(),
        Complete.layers(layers, calibrated.layers().size(), profile));
  }

  /** One way for every population that receives. */
  private List<Way<R, P>> chosen(List<Input> examples) {
    List<Way<R, P>> chosen = new ArrayList<>();
    for (int p = 0; p < calibrated.outline().sizes().size(); p++) {
      int population = p;
      List<CalibratedLayer<R>> into =
          calibrated.layers().stream().filter(l -> l.source().to() == population).toList();
      if (!into.isEmpty()) {
        chosen.add(way(into, Collections.nCopies(profile.scaleChoices(into).size(), 0)));
      }
    }
    int choices = chosen.stream().mapToInt(way -> way.options().size()).max().orElse(0);
    for (int choice = 0; choice < choices; choice++) {
      choose(choice, chosen, examples);
    }
    return chosen;
  }

  /**
   * Makes a choice for all populations.
   *
   * @param chosen with the choices before it; replaced
   */
  private void choose(int choice, List<Way<R, P>> chosen, List<Input> examples) {
    List<List<Way<R, P>>> populations = chosen.stream().map(way -> options(way, choice)).toList();
    List<Candidate> tried =
        populations.stream()
            .filter(ways -> ways.size() > 1)
            .flatMap(ways -> ways.stream().flatMap(way -> way.candidates().stream()))
            .toList();
    Iterator<Trial> trials =
        ErrorPrediction.trials(model, tried, calibrated.outline().updateInterval(), examples)
            .iterator();
    for (int p = 0; p < populations.size(); p++) {
      List<Way<R, P>> ways = populations.get(p);
      chosen.set(p, ways.size() > 1 ? best(ways, trials) : ways.getFirst());
    }
  }

  /**
   * The way whose layers have the least error together, of those the first. A way whose errors grow
   * by themselves is worse than any whose do not: it would do well on these examples alone.
   */
  private Way<R, P> best(List<Way<R, P>> ways, Iterator<Trial> trials) {
    Way<R, P> best = ways.getFirst();
    Trial least = new Trial(false, Double.POSITIVE_INFINITY);
    for (Way<R, P> way : ways) {
      boolean stable = true;
      double error = 0;
      for (int c = 0; c < way.candidates().size(); c++) {
        Trial trial = trials.next();
        stable &= trial.stable();
        error += trial.error();
      }
      if (stable == least.stable() ? error < least.error() : stable) {
        least = new Trial(stable, error);
        best = way;
      }
    }
    return best;
  }

  /** A way with all options of a choice that refuse nothing; the way itself if there are none. */
  private List<Way<R, P>> options(Way<R, P> way, int choice) {
    List<Way<R, P>> ways = new ArrayList<>();
    List<Integer> choices = profile.scaleChoices(way.population());
    for (int option = 0; choice < choices.size() && option < choices.get(choice); option++) {
      List<Integer> options = new ArrayList<>(way.options());
      options.set(choice, option);
      ways.add(option == way.options().get(choice) ? way : way(way.population(), options));
    }
    ways.removeIf(w -> w.diagnostics().hasRefusals());
    return ways.isEmpty() ? List.of(way) : ways;
  }

  private Way<R, P> way(List<CalibratedLayer<R>> population, List<Integer> options) {
    Diagnostics found = new Diagnostics();
    List<ScaledLayer<P>> layers = profile.chooseScales(population, options, found);
    List<Candidate> candidates = new ArrayList<>();
    for (ScaledLayer<P> layer : layers) {
      profile
          .computed(Quantize.rounded(layer))
          .map(rule -> new Candidate(declared.indexOf(layer.name()), rule))
          .ifPresent(candidates::add);
    }
    return new Way<>(population, options, layers, candidates, found);
  }

  /**
   * Layers of a population.
   *
   * @param population the layers as they came
   * @param options one for each choice
   * @param layers with their scales
   * @param candidates what those compute that change
   * @param diagnostics what was said about them
   */
  private record Way<R, P>(
      List<CalibratedLayer<R>> population,
      List<Integer> options,
      List<ScaledLayer<P>> layers,
      List<Candidate> candidates,
      Diagnostics diagnostics) {}
}
