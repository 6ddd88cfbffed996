package plastron.export.why;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.fidelity.ComparedTrials;
import plastron.export.predict.ComputedNetwork;
import plastron.export.profile.Emulator;
import plastron.export.why.cause.Cause;
import plastron.export.why.cause.Substitution;

/**
 * Looks for the first spike in which a model and its chip differ, and bisects the causes, those
 * that cost most first: the one that is sought turns the model's spike into the chip's.
 *
 * @param substitution gives the model with operations made integer
 * @param populations names
 */
record SpikeSearch(Substitution substitution, List<String> populations) {

  /** A place in a recording. */
  private record Place(int step, int population, int neuron) {
    boolean fires(Recording recording) {
      return recording.spikes().get(population).get(step, neuron);
    }
  }

  /**
   * Searches.
   *
   * @param model the float model
   * @param chip its emulator
   * @param ranked causes, the most expensive first
   * @return empty if there is no difference in any trial
   */
  Optional<FirstDifference> search(
      Runner model, Emulator chip, ComparedTrials trials, List<Cause> ranked) {
    for (int e = 0; e < trials.count(); e++) {
      model.reset();
      chip.reset();
      ComparedTrials.Taken taken = trials.take(e, model);
      Recording actual = chip.run(taken.input());
      Optional<Place> place = first(taken.recording(), actual);
      if (place.isPresent()) {
        boolean fires = place.get().fires(taken.recording());
        return Optional.of(explain(e, taken.input(), place.get(), fires, ranked));
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> first(Recording expected, Recording actual) {
    for (int t = 0; t < expected.spikes().getFirst().steps(); t++) {
      for (int p = 0; p < expected.spikes().size(); p++) {
        SpikeRaster model = expected.spikes().get(p);
        for (int n = 0; n < model.neurons(); n++) {
          if (model.get(t, n) != actual.spikes().get(p).get(t, n)) {
            return Optional.of(new Place(t, p, n));
          }
        }
      }
    }
    return Optional.empty();
  }

  private FirstDifference explain(
      int trial, Input input, Place place, boolean modelFires, List<Cause> ranked) {
    Predicate<ComputedNetwork> asChip =
        network -> place.fires(new ComputedRun(network).run(input)) != modelFires;
    Optional<Cause> cause = Optional.empty();
    if (asChip.test(substitution.with(ranked)) && !asChip.test(substitution.exact())) {
      int without = 0;
      int with = ranked.size();
      while (with - without > 1) {
        int middle = (without + with) / 2;
        if (asChip.test(substitution.with(ranked.subList(0, middle)))) {
          with = middle;
        } else {
          without = middle;
        }
      }
      cause = Optional.of(ranked.get(without));
    }
    return new FirstDifference(
        trial,
        place.step(),
        place.step() / substitution.exact().interval(),
        populations.get(place.population()),
        place.neuron(),
        modelFires,
        cause,
        cause.map(c -> asChip.test(substitution.with(c))).orElse(false));
  }
}
