package plastron.export.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import plastron.export.fidelity.ComparedTrials;
import plastron.export.fidelity.EpisodeComparison;
import plastron.export.fidelity.Fidelity;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.predict.ComputedNetwork;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.Emulator;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.ValidModel;
import plastron.export.why.cause.Cause;
import plastron.export.why.cause.ChipOperation;
import plastron.export.why.cause.ExactNetwork;
import plastron.export.why.cause.ModelChanges;
import plastron.export.why.cause.Substitution;
import plastron.plasticity.model.PlasticModel;

/** Asks why a chip differs from its model. */
public final class Why {

  /** Of a window, whose spikes are kept. */
  private static final int MOST_STEPS = 1 << 16;

  private final PlasticModel model;
  private final ChipProfile<?, ?> profile;
  private final ChipImage image;
  private final ChipImage compiled;
  private final ValidModel form;
  private final Substitution substitution;
  private final Substitution asCompiled;
  private final ComparedTrials trials;
  private final int threads;
  private final List<String> populations;

  private Why(
      PlasticModel model,
      ChipProfile<?, ?> profile,
      ChipImage image,
      ChipImage compiled,
      ComparedTrials trials,
      int threads) {
    this.model = model;
    this.profile = profile;
    this.image = image;
    this.compiled = compiled;
    this.trials = trials;
    this.threads = threads;
    populations = image.populations().stream().map(ImagePopulation::name).toList();
    // What cannot be loaded is refused in the words of the emulator.
    chip();
    ExportOptions options = new ExportOptions(image.seed(), image.settings());
    form = ExportPipeline.to(profile).form(model, options);
    ComputedNetwork read = read(profile, compiled);
    ComputedNetwork exact = ExactNetwork.of(form, read);
    substitution = new Substitution(exact, read, read(profile, image));
    asCompiled = new Substitution(exact, read, read);
  }

  /**
   * Explains.
   *
   * @param model what was compiled
   * @param profile the chip
   * @param image as it was written
   * @param compiled what the model compiles to
   * @param trials at least one
   * @param threads at least 1; changes nothing but the time
   * @throws IllegalArgumentException if the image is of another network
   * @throws plastron.export.image.BrokenImageException if it cannot be loaded
   */
  public static WhyReport explain(
      PlasticModel model,
      ChipProfile<?, ?> profile,
      ChipImage image,
      ChipImage compiled,
      ComparedTrials trials,
      int threads) {
    if (!shape(image).equals(shape(compiled))) {
      throw new IllegalArgumentException(
          "Chip image (%s) must be of the model's network, %s."
              .formatted(shape(image), shape(compiled)));
    }
    if (image.updateInterval() > MOST_STEPS) {
      throw new IllegalArgumentException(
          "Update interval of the image (%d steps) must be at most %d."
              .formatted(image.updateInterval(), MOST_STEPS));
    }
    return new Why(model, profile, image, compiled, trials, threads).report();
  }

  private static ComputedNetwork read(ChipProfile<?, ?> profile, ChipImage image) {
    return profile
        .computed(image)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Chip (%s) must be one that reads its images back.".formatted(profile.name())));
  }

  private static List<Object> shape(ChipImage image) {
    List<Object> shape = new ArrayList<>(image.populations());
    image.layers().forEach(l -> shape.add(List.of(l.name(), l.from(), l.to())));
    return shape;
  }

  private WhyReport report() {
    List<CauseCost> costs = new ArrayList<>();
    List<Cause> asked = substitution.causes(populations);
    for (Cause cause : asked) {
      ComputedNetwork network = substitution.with(cause);
      boolean rule = cause.operation() == ChipOperation.COEFFICIENT;
      if (rule || !network.equals(substitution.exact())) {
        Supplier<Emulator> expected = rule ? floats(form.model()) : runs(substitution.exact());
        EpisodeComparison all = compare(expected, substitution.exact().interval(), network);
        Difference difference =
            cause.index() < 0 || cause.onNeurons()
                ? Difference.of(all)
                : Difference.of(all, cause.index());
        costs.add(new CauseCost(cause, !network.equals(asCompiled.with(cause)), difference));
      }
    }
    new ModelChanges(model, form.model())
        .each()
        .forEach((cause, changed) -> costs.add(new CauseCost(cause, false, form(changed))));
    costs.removeIf(cost -> cost.difference().cost() == 0);
    costs.sort(Comparator.comparingDouble((CauseCost c) -> c.difference().cost()).reversed());
    Set<Cause> ranked = new LinkedHashSet<>(costs.stream().map(CauseCost::cause).toList());
    // What costs nothing may still move the spike that is sought.
    ranked.addAll(asked);
    ranked.retainAll(asked);
    return new WhyReport(
        profile.name(),
        model.name(),
        Difference.of(compare(floats(model), interval(model), this::chip, image.updateInterval())),
        Difference.of(compare(floats(model), interval(model), substitution.with(asked))),
        costs,
        new SpikeSearch(substitution, populations)
            .search(floats(model).get(), chip(), trials, List.copyOf(ranked)),
        ImageChanges.of(image, compiled));
  }

  private Emulator chip() {
    return profile.emulator(image, true, image.seed());
  }

  private static Supplier<Emulator> floats(PlasticModel model) {
    return () -> new ModelRun(model);
  }

  private static Supplier<Emulator> runs(ComputedNetwork network) {
    return () -> new ComputedRun(network);
  }

  private static int interval(PlasticModel model) {
    return model.graph().clock().updateInterval();
  }

  private Difference form(PlasticModel changed) {
    return Difference.of(
        compare(floats(model), interval(model), floats(changed), interval(changed)));
  }

  private EpisodeComparison compare(
      Supplier<Emulator> expected, int interval, ComputedNetwork network) {
    return compare(expected, interval, runs(network), network.interval());
  }

  private EpisodeComparison compare(
      Supplier<Emulator> expected, int interval, Supplier<Emulator> actual, int actualInterval) {
    List<String> layers = image.layers().stream().map(ImageLayer::name).toList();
    return Fidelity.compare(
        expected, interval, actual, actualInterval, populations, layers, trials, threads);
  }
}
