package plastron.tasks.simulate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plastron.core.simulate.Engine;
import plastron.core.simulate.SpikeTrains;
import plastron.core.state.StateVisitor;
import plastron.export.file.WholeFile;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.plot.ActivityPicture;
import plastron.tasks.plot.PictureFormat;
import plastron.tasks.run.StopSignal;
import plastron.tasks.simulate.network.SimulatedPopulation;
import plastron.tasks.simulate.record.Recorders;
import plastron.tasks.simulate.record.Stretch;

/** Simulates, stretch by stretch, and writes down what is asked for. */
final class SimulationRun {

  /** Neurons in a raster. */
  private static final int ROWS = 300;

  private static final int FEWEST_ROWS = 20;

  private final SimulationPlan plan;
  private final Engine simulation;
  private final List<PopulationActivity> activities = new ArrayList<>();
  private long wallNs;
  private long lastCheckpoint;

  /**
   * Draws and builds the network.
   *
   * @throws BadInputException if a part of it cannot be simulated
   */
  SimulationRun(SimulationPlan plan) {
    this.plan = plan;
    simulation = plan.network().build(plan.threads());
    List<SimulatedPopulation> populations = plan.network().populations();
    double neurons = populations.stream().mapToDouble(SimulatedPopulation::size).sum();
    for (SimulatedPopulation p : populations) {
      int share = (int) Math.max(FEWEST_ROWS, ROWS * p.size() / neurons);
      activities.add(new PopulationActivity(p, plan.window(), Math.min(p.size(), share)));
    }
  }

  /**
   * Runs to the end.
   *
   * @throws InterruptedIOException if it was stopped before
   */
  void run(StopSignal stop, PrintWriter out) throws IOException {
    steps(stretch -> {}, stop, out);
  }

  /**
   * Runs to the end and writes down what is asked for.
   *
   * @param folder an empty one
   * @throws InterruptedIOException if it was stopped before
   */
  void run(Path folder, StopSignal stop, PrintWriter out) throws IOException {
    try (Recorders recorders = recorders(folder)) {
      steps(recorders::add, stop, out);
      end(folder, recorders);
    }
    Files.writeString(folder.resolve(SimulationFolder.SUMMARY), summary().toJson());
    SimulationFolder.clean(folder);
  }

  /**
   * Runs to the end from where it was, and writes down what is asked for.
   *
   * @throws InterruptedIOException if it was stopped before; a checkpoint says how far it came
   */
  void run(SimulationFolder folder, StopSignal stop, PrintWriter out) throws IOException {
    SimulationCheckpoint checkpoint = folder.checkpoint(plan);
    try (Recorders recorders = recorders(folder.path())) {
      SimulationCheckpoint.Shown state = visitor -> state(recorders, visitor);
      if (checkpoint.exists()) {
        checkpoint.read(state);
      } else {
        // Before anything is recorded, so that whatever is written has a checkpoint before it.
        checkpoint.write(state);
      }
      long every = plan.checkpointEvery().orElseThrow();
      Sink sink =
          stretch -> {
            recorders.add(stretch);
            if (stretch.to() / every > lastCheckpoint / every) {
              checkpoint.write(state);
              lastCheckpoint = stretch.to();
            }
          };
      try {
        steps(sink, stop, out);
      } catch (InterruptedIOException e) {
        checkpoint.write(state);
        throw e;
      }
      end(folder.path(), recorders);
    }
    WholeFile.replace(
        folder.path().resolve(SimulationFolder.SUMMARY),
        summary().toJson().getBytes(StandardCharsets.UTF_8));
    SimulationFolder.clean(folder.path());
  }

  private Recorders recorders(Path folder) throws IOException {
    return new Recorders(
        folder,
        plan.records(),
        plan.format(),
        plan.neurons(),
        plan.weightsEvery(),
        plan.network(),
        simulation);
  }

  private void state(Recorders recorders, StateVisitor visitor) throws IOException {
    recorders.state(visitor);
    simulation.state(visitor);
    for (PopulationActivity activity : activities) {
      activity.state(visitor);
    }
    wallNs = visitor.number(wallNs);
    lastCheckpoint = simulation.steps();
  }

  private void end(Path folder, Recorders recorders) throws IOException {
    recorders.end();
    draw(folder);
  }

  /** Takes in what happened in some steps. */
  private interface Sink {
    void add(Stretch stretch) throws IOException;
  }

  private void steps(Sink sink, StopSignal stop, PrintWriter out) throws IOException {
    long to = plan.window().to();
    long stretch = SimulationPlan.stretch(plan.window().dtMs());
    RealTimeProgress progress =
        new RealTimeProgress(out, simulation.steps(), to, stretch, plan.window().dtMs());
    while (simulation.steps() < to) {
      if (stop.wanted()) {
        progress.end();
        throw new InterruptedIOException();
      }
      long begun = System.nanoTime();
      run(Math.min(stretch, to - simulation.steps()));
      Stretch taken = take();
      wallNs += System.nanoTime() - begun;
      sink.add(taken);
      progress.show(simulation.steps());
    }
    progress.end();
  }

  private void run(long steps) {
    try {
      simulation.run(steps);
    } catch (ArithmeticException e) {
      throw new BadInputException(
          "Network (%s) cannot go on after %s: %s"
              .formatted(plan.network().path(), BiologicalTime.shown(reachedMs()), e.getMessage()),
          "Maybe a smaller eta, or clip, keeps them finite.");
    }
  }

  /** What came of it, at the end. */
  SimulationSummary summary() {
    return new SimulationSummary(plan, simulation, activities, wallNs * 1e-9);
  }

  private Stretch take() {
    List<SpikeTrains> spikes = new ArrayList<>();
    for (PopulationActivity activity : activities) {
      SpikeTrains taken = simulation.takeSpikes(activity.population().name());
      activity.add(taken);
      spikes.add(taken);
    }
    return new Stretch(simulation.steps(), spikes);
  }

  /** How far it is, ms. */
  double reachedMs() {
    return simulation.steps() * plan.window().dtMs();
  }

  private void draw(Path folder) throws IOException {
    StatisticsWindow window = plan.window();
    PictureFormat format = plan.pictures();
    String title = String.valueOf(plan.network().path().getFileName());
    double fromMs = window.from() * window.dtMs();
    for (PlotKind kind : plan.plots()) {
      byte[] picture =
          switch (kind) {
            case RASTER ->
                ActivityPicture.raster(
                    format,
                    title,
                    activities.stream().map(PopulationActivity::raster).toList(),
                    PopulationActivity.rasterFrom(window) * window.dtMs(),
                    window.to() * window.dtMs());
            case RATE ->
                ActivityPicture.rates(
                    format,
                    title,
                    activities.stream().map(PopulationActivity::rates).toList(),
                    fromMs,
                    PopulationActivity.rateBin(window) * window.dtMs());
            case HISTOGRAM ->
                ActivityPicture.histogram(
                    format,
                    title,
                    activities.stream().map(PopulationActivity::neuronRates).toList());
          };
      Files.write(folder.resolve(kind + "." + format), picture);
    }
  }
}
