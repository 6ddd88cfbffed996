package plastron.export.pipeline;

import java.util.List;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.diagnostic.Diagnostics;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.module.RateModule;

/**
 * The part of {@link ValidateModel} that looks at a whole network: what no single projection shows.
 *
 * @param prefix of diagnostic codes
 * @param diagnostics collects what is found
 */
record GraphForm(String prefix, Diagnostics diagnostics) {

  void check(PlasticGraph graph) {
    for (Drive drive : graph.drives()) {
      diagnostics.refuse(
          prefix + "-DRIVE",
          "drive " + drive.name(),
          "the %s of population %s follows the rule %s, on chips it is a constant."
              .formatted(NetworkWording.of(drive.target()), drive.to(), drive.rule().name()),
          "Maybe let a population send spikes in its place.");
    }
    for (RateModule module : graph.modules()) {
      diagnostics.refuse(
          prefix + "-MODULE",
          "module " + module.name(),
          "it is a rate block (%s), chips have spiking neurons alone."
              .formatted(module.block().kind()),
          "Maybe let the host compute it and write what it gives as a signal: take it out of the"
              + " model,"
              + " whose rules then read the signal %s.".formatted(module.name()));
    }
    for (PlasticProjection projection : graph.projections()) {
      if (graph.sparse(projection).isPresent()) {
        diagnostics.refuse(
            prefix + "-SPARSE",
            "projection " + projection.name(),
            "some pairs of neurons have no synapse, the compiler takes projections that have all.",
            "Maybe train with all synapses.");
      }
    }
    for (Population population : graph.populations()) {
      if (!(population.neuron() instanceof Neuron.SpikeSource)) {
        check(
            population,
            graph.projections().stream().filter(p -> p.to().equals(population.name())).toList());
      }
    }
  }

  private void check(Population population, List<PlasticProjection> into) {
    String subject = "population " + population.name();
    if (into.isEmpty()) {
      diagnostics.refuse(
          prefix + "-UNREACHED",
          subject,
          "no projection leads to it, expected at least one.",
          "Maybe make it a spike source.");
    }
    List<Kernel> kernels = into.stream().map(PlasticProjection::kernel).distinct().toList();
    if (kernels.size() > 1) {
      diagnostics.refuse(
          prefix + "-KERNELS",
          subject,
          "its projections have the response kernels %s, a neuron of the chip has one."
              .formatted(kernels.stream().map(NetworkWording::of).toList()),
          "Maybe give all of them the same.");
    }
  }
}
