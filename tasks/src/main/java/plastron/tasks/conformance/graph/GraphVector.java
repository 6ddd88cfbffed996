package plastron.tasks.conformance.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;

/**
 * What a reference vector gives, and what it expects.
 *
 * @param options how gradients are formed
 * @param steps length of every episode
 * @param episodes at least one
 * @param expected what the reference program found
 */
record GraphVector(
    PlasticModel model,
    SweepOptions options,
    int steps,
    List<Trial> episodes,
    VectorReader expected) {

  private static final int LIMIT = 1_000_000;

  /** One episode: its input and the terms of its loss. */
  record Trial(Input input, List<GraphLosses.Term> terms) {}

  static GraphVector read(VectorReader document) {
    PlasticModel model = GraphStructure.read(document);
    int steps = document.integer("steps", 1, LIMIT);
    VectorReader surrogate = document.object("surrogate");
    VectorReader gradient = document.object("gradient");
    SweepOptions options =
        new SweepOptions(
            new SlayerExponential(surrogate.number("scale"), surrogate.number("width")),
            gradient.flag("through_reset"),
            TapeLimit.NONE,
            gradient.has("truncate_windows")
                ? gradient.integer("truncate_windows", 1, LIMIT)
                : Integer.MAX_VALUE);
    GraphLosses losses = new GraphLosses(model.graph(), document, steps);
    List<Trial> trials = new ArrayList<>();
    for (VectorReader episode : document.objects("episodes")) {
      trials.add(new Trial(input(model.graph(), episode, steps), losses.of(episode)));
    }
    if (trials.isEmpty()) {
      throw new BrokenVectorException("episodes (0) must hold at least one episode");
    }
    return new GraphVector(model, options, steps, trials, document.object("expected"));
  }

  private static Input input(PlasticGraph graph, VectorReader episode, int steps) {
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int p : graph.inputs()) {
      Population source = graph.populations().get(p);
      spikes.add(GraphArrays.raster(episode.object("input"), source.name(), steps, source.size()));
    }
    int windows = steps / graph.clock().updateInterval();
    Map<String, Signal> signals = new LinkedHashMap<>();
    graph
        .signals()
        .forEach(
            (name, width) -> {
              VectorReader given = episode.object("signals");
              boolean scalar =
                  given.element(name).getAsJsonArray().isEmpty()
                      || !given.element(name).getAsJsonArray().get(0).isJsonArray();
              signals.put(
                  name,
                  scalar
                      ? Signal.of(given.numbers(name, windows))
                      : Signal.perNeuron(given.numberMatrix(name, windows, width)));
            });
    return new Input(spikes, signals);
  }
}
