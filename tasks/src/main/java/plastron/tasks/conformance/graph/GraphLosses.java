package plastron.tasks.conformance.graph;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.PotentialCrossEntropy;
import plastron.slayer.loss.PotentialMeanSquare;
import plastron.slayer.loss.PotentialReadout;
import plastron.slayer.loss.RateMeanSquare;
import plastron.slayer.loss.RateTarget;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.loss.SpikeTrainDistance;
import plastron.slayer.sweep.Observed;

/** The losses of a reference vector. */
final class GraphLosses {

  private static final int LIMIT = 1_000_000;

  /**
   * One weighted term for one episode.
   *
   * @param readout what the file calls the term's readout
   */
  record Term(Loss loss, Read readout) {}

  /** What is read of an episode. */
  interface Read {
    double[] of(Observed observed);
  }

  private final PlasticGraph graph;
  private final List<VectorReader> terms;
  private final int steps;

  GraphLosses(PlasticGraph graph, VectorReader document, int steps) {
    this.graph = graph;
    this.steps = steps;
    terms = document.objects("losses");
  }

  /** The terms of an episode. */
  List<Term> of(VectorReader episode) {
    List<VectorReader> targets = episode.objects("targets");
    if (targets.size() != terms.size()) {
      throw new BrokenVectorException(
          "targets (%d) must be as many as the %d losses".formatted(targets.size(), terms.size()));
    }
    List<Term> all = new ArrayList<>();
    for (int k = 0; k < terms.size(); k++) {
      all.add(term(terms.get(k), targets.get(k)));
    }
    return all;
  }

  private Term term(VectorReader term, VectorReader target) {
    int p = graph.index(term.text("population"));
    Population population = graph.populations().get(p);
    int n = population.size();
    double weight = term.number("weight");
    String type = term.text("type");
    boolean integrates = population.neuron() instanceof Neuron.LeakyIntegrator;
    if (type.startsWith("li_") != integrates) {
      throw new BrokenVectorException(
          "loss, type (%s) does not fit population %s".formatted(type, population.name()));
    }
    if (type.equals("spike_l2")) {
      SpikeTrainDistance distance =
          new SpikeTrainDistance(
              GraphStructure.kernel(term), GraphArrays.raster(target, "target_spikes", steps, n));
      ReadoutSteps all = new ReadoutSteps(0, steps);
      return new Term(distance.on(p, weight), seen -> all.rates(seen.spikes(p)));
    }
    int[] window = term.ints("window", 2, 0, steps);
    ReadoutSteps mean = new ReadoutSteps(window[0], window[1]);
    Read rates = seen -> mean.rates(seen.spikes(p));
    return switch (type) {
      case "rate_mse" ->
          new Term(new RateMeanSquare(mean, target.numbers("target", n)).on(p, weight), rates);
      case "policy" ->
          new Term(
              new PolicyLoss(
                      mean,
                      term.number("logit_gain"),
                      target.integer("action", 0, n - 1),
                      target.number("advantage"),
                      0)
                  .on(p, weight),
              rates);
      case "count" -> new Term(new RateTarget(mean, term.number("rate")).on(p, weight), rates);
      case "li_mse", "li_cross_entropy" -> {
        PotentialReadout readout =
            term.text("readout").equals("last")
                ? new PotentialReadout.At(window[1] - 1)
                : new PotentialReadout.Mean(mean);
        Read read = seen -> readout.of(seen.potentials(p));
        yield type.equals("li_mse")
            ? new Term(
                new PotentialMeanSquare(readout, target.numbers("target", n)).on(p, weight), read)
            : new Term(
                new PotentialCrossEntropy(readout, target.integer("label", 0, LIMIT)).on(p, weight),
                read);
      }
      default -> throw new BrokenVectorException("loss, type (%s) is unknown".formatted(type));
    };
  }
}
