package plastron.slayer.train;

import java.util.random.RandomGenerator;
import plastron.core.run.Input;
import plastron.slayer.loss.Loss;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.objective.Objective;
import plastron.slayer.objective.Responder;
import plastron.slayer.objective.Task;
import plastron.slayer.sweep.Observed;

/** An episode and the objective that knows its type: nobody else has to. */
record Trial<T extends Episode>(T episode, Objective<T> objective) {

  /**
   * @param network at rest, for tasks that ask it
   */
  static <T extends Episode> Trial<T> draw(
      Task<T> task, RandomGenerator random, Responder network) {
    return new Trial<>(task.episodes().episode(random, network), task.objective());
  }

  Input input() {
    return episode.input();
  }

  EpisodeJudgement judge(Observed observed, RandomGenerator random) {
    EpisodeJudgement judgement = objective.judge(episode, observed, random);
    int wanted = objective.measures().size();
    if (judgement.measures().length != wanted) {
      throw new IllegalArgumentException(
          "EpisodeJudgement (%d numbers) must have one for each of the objective's %d measures."
              .formatted(judgement.measures().length, wanted));
    }
    return judgement;
  }

  Loss loss(EpisodeJudgement judgement, double[] summary, long iteration) {
    return objective.loss(episode, judgement, summary, iteration);
  }
}
