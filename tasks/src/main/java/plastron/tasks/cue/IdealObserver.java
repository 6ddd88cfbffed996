package plastron.tasks.cue;

import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.objective.Choice;
import plastron.slayer.objective.Decision;

/**
 * How often a trial can be answered at all: what an observer answers who counts the spikes of the
 * two groups of cue neurons. No network that sees the same spikes is right more often than the
 * first of the two on average.
 */
public final class IdealObserver {

  /** Keeps the logarithm of the odds finite where a probability is 0 or 1. */
  private static final double LEAST = 1e-12;

  private final CueSettings settings;
  private final double logOddsPerSpike;

  /** An observer who knows these settings. */
  public IdealObserver(CueSettings settings) {
    this.settings = settings;
    logOddsPerSpike = logOdds(settings.noise().cue()) - logOdds(settings.noise().background());
  }

  private static double logOdds(double probability) {
    double p = Math.clamp(probability, LEAST, 1 - LEAST);
    return Math.log(p / (1 - p));
  }

  /**
   * The more probable answer by Bayes' rule, given every spike, the times of the cues, their
   * probabilities and the share of the favoured side.
   *
   * @param random breaks ties
   */
  public int answer(Decision trial, RandomGenerator random) {
    int cues = settings.timing().cues();
    double[] right = new double[cues];
    int period = settings.timing().on() + settings.timing().off();
    for (int c = 0; c < cues; c++) {
      int from = c * period;
      int to = from + settings.timing().on();
      int spikes =
          count(trial.input().single(), 0, from, to) - count(trial.input().single(), 1, from, to);
      right[c] = spikes * logOddsPerSpike;
    }
    double[] evidence = new double[2];
    add(evidence, right, settings.majority());
    add(evidence, right, 1 - settings.majority());
    return Choice.greedy(evidence, random);
  }

  /** Adds the evidence for both answers, given the probability that a cue is on the right. */
  private static void add(double[] evidence, double[] right, double share) {
    // Probability of so many cues on the right, up to a factor that all have in common.
    double[] number = new double[right.length + 1];
    number[0] = 1;
    for (int c = 0; c < right.length; c++) {
      // The larger of the two likelihoods is 1: products neither overflow nor vanish together.
      double ifRight = share * Math.exp(Math.min(0, right[c]));
      double ifLeft = (1 - share) * Math.exp(Math.min(0, -right[c]));
      for (int k = c + 1; k >= 0; k--) {
        number[k] = number[k] * ifLeft + (k > 0 ? number[k - 1] * ifRight : 0);
      }
    }
    for (int k = 0; k < number.length; k++) {
      evidence[2 * k > right.length ? 0 : 1] += number[k];
    }
  }

  /**
   * The side with more spikes from the start to the decision: the answer of one who remembers all
   * and does not know when cues come.
   *
   * @param random breaks ties
   */
  public int counted(Decision trial, RandomGenerator random) {
    int end = trial.readout().from();
    double[] spikes = {
      count(trial.input().single(), 0, 0, end), count(trial.input().single(), 1, 0, end)
    };
    return Choice.greedy(spikes, random);
  }

  private int count(SpikeRaster input, int group, int from, int to) {
    int spikes = 0;
    int first = group * settings.groupSize();
    for (int j = first; j < first + settings.groupSize(); j++) {
      spikes += input.count(j, from, to);
    }
    return spikes;
  }
}
