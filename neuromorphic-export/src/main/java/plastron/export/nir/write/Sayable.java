package plastron.export.nir.write;

import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.export.diagnostic.Diagnostics;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rule.SpikeTiming;
import plastron.plasticity.run.PlasticNetwork;

/** What of a model NIR has no words for. */
public final class Sayable {

  private Sayable() {}

  /** Adds a refusal for everything that NIR cannot say, and warnings for what only metadata say. */
  public static void check(PlasticModel model, Diagnostics diagnostics) {
    PlasticGraph graph = model.graph();
    graph.populations().forEach(population -> neuron(population, diagnostics));
    graph.projections().forEach(projection -> kernel(projection, diagnostics));
    graph.projections().forEach(projection -> timing(projection, diagnostics));
    for (RateModule module : graph.modules()) {
      diagnostics.refuse(
          "N-MODULE",
          "module " + module.name(),
          "rate blocks (%s) are no nodes of NIR's.".formatted(module.block().kind()),
          "Maybe write a file of Plastron's own: --format plastron.");
    }
    try {
      PlasticNetwork.of(model);
    } catch (ArithmeticException e) {
      diagnostics.refuse(
          "N-WEIGHT",
          "model " + model.name(),
          String.valueOf(e.getMessage()),
          "Maybe train with smaller weights.");
    }
    if (graph.isPlastic()) {
      diagnostics.warn(
          "N-PLASTIC",
          "model " + model.name(),
          "NIR has no plasticity: rules and drives stand in the metadata, which only Plastron"
              + " reads; other tools run the weights of the start.",
          "");
    }
  }

  private static void neuron(Population population, Diagnostics diagnostics) {
    String subject = "population " + population.name();
    switch (population.neuron()) {
      case Neuron.SpikeSource s -> {}
      case Neuron.Lif lif -> {
        if (lif.refractorySteps() > 0) {
          diagnostics.refuse(
              "N-REFRACTORY",
              subject,
              "neurons are held for %d steps after a spike, which NIR cannot say."
                  .formatted(lif.refractorySteps()),
              "Maybe train with refractory = 0.");
        }
        decays(subject, lif.decay(), population.size(), diagnostics);
      }
      case Neuron.LeakyIntegrator li -> decays(subject, li.decay(), population.size(), diagnostics);
      case Neuron.AdaptiveLif a ->
          diagnostics.refuse(
              "N-ADAPTIVE",
              subject,
              "spikes raise the threshold, which no neuron of NIR does.",
              "Maybe use neurons of kind lif.");
      case Neuron.Srm s ->
          diagnostics.refuse(
              "N-SRM",
              subject,
              "spike response neurons are none of NIR's.",
              "Maybe train with --hardware, or use neurons of kind lif.");
    }
  }

  private static void timing(PlasticProjection projection, Diagnostics diagnostics) {
    if (!projection.rule().timing().equals(SpikeTiming.NONE)) {
      diagnostics.refuse(
          "N-TIMING",
          "projection " + projection.name(),
          "rule %s changes states in the steps of single spikes, which the metadata of Plastron's in NIR files cannot say."
              .formatted(projection.rule().name()),
          "Maybe write a file of Plastron's own: --format plastron.");
    }
  }

  private static void decays(String subject, Values decays, int size, Diagnostics diagnostics) {
    long still = 0;
    for (int i = 0; i < size; i++) {
      still += decays.at(i) == 1 ? 1 : 0;
    }
    if (still > 0 && still < size) {
      diagnostics.refuse(
          "N-DECAY",
          subject,
          "%d of %d neurons do not leak; a node of NIR leaks in all neurons or in none."
              .formatted(still, size),
          "Maybe give those a population of their own.");
    }
  }

  private static void kernel(PlasticProjection projection, Diagnostics diagnostics) {
    double decay =
        switch (projection.kernel()) {
          case Kernel.Exponential e -> e.decay();
          case Kernel.Alpha a -> a.decay();
          default -> 0;
        };
    if (decay == 1) {
      diagnostics.refuse(
          "N-KERNEL",
          "projection " + projection.name(),
          "currents do not decay in double precision, expected a time constant that does.",
          "Maybe choose a smaller time constant.");
    }
  }
}
