package plastron.tasks.measure;

import java.util.ArrayList;
import java.util.List;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.Responder;
import plastron.slayer.sweep.Observed;

/** A runner in the middle of a trial, and what it recorded so far. Owned by one thread. */
public final class RunnerInTrial implements Responder {

  private final PlasticGraph graph;
  private final Runner runner;
  private final List<Recording> parts = new ArrayList<>();

  /**
   * @param graph the network
   * @param runner of this network, at rest
   */
  public RunnerInTrial(PlasticGraph graph, Runner runner) {
    this.graph = graph;
    this.runner = runner;
  }

  @Override
  public Observed respond(Input chunk) {
    Recording part = runner.run(chunk);
    parts.add(part);
    return new RecordedEpisode(graph, part);
  }

  /**
   * All that was recorded of a trial; one that did not ask the runner is run now.
   *
   * @param trial made with this
   */
  Recording whole(Episode trial) {
    return parts.isEmpty() ? runner.run(trial.input()) : Recording.joined(parts);
  }
}
