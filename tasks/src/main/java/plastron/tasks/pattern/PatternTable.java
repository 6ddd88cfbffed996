package plastron.tasks.pattern;

import java.util.List;
import java.util.stream.Stream;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.Setting.Real;
import plastron.tasks.config.Setting.Whole;
import plastron.tasks.config.TrainingSettings;

/** Settings of the classification of spike patterns. */
final class PatternTable {

  static final Whole CLASSES = whole("classes", 2, 100, "patterns to tell apart");

  static final Whole INPUTS = whole("inputs", 1, 10_000, "input neurons");

  static final Whole LENGTH = whole("length", 2, 100_000, "steps of a pattern");

  static final Whole SPIKES =
      whole("spikes", 1, 1000, "spikes of every input neuron in every pattern");

  static final Whole DELAY = whole("delay", 0, 100_000, "steps after a pattern before the answer");

  static final Whole ANSWER = whole("answer", 1, 100_000, "steps of the answer");

  static final Real JITTER =
      new Real("task.jitter", 0, 1e6, "deviation of a spike from its time in steps");

  static final Real P_LOST = new Real("task.p_lost", 0, 1, "probability that a spike is missing");

  static final Real P_NOISE =
      new Real("task.p_noise", 0, 1, "probability of a spike of noise per neuron and step");

  /** All that a run has beside what all tasks share, in the order in which files list them. */
  static final List<Setting<?>> ALL =
      Stream.of(
              List.of(
                  RunSettings.RULE,
                  RunSettings.HARDWARE,
                  CLASSES,
                  INPUTS,
                  LENGTH,
                  SPIKES,
                  DELAY,
                  ANSWER,
                  JITTER,
                  P_LOST,
                  P_NOISE),
              ModelSettings.ALL,
              List.of(TrainingSettings.KAPPA),
              TrainingSettings.OF_CHIPS)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private PatternTable() {}

  private static Whole whole(String name, long low, long high, String meaning) {
    return new Whole("task." + name, low, high, meaning);
  }
}
