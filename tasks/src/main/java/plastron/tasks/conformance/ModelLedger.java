package plastron.tasks.conformance;

import java.util.List;
import java.util.stream.Stream;
import plastron.core.cell.AeifCondExp;
import plastron.core.cell.IafCondExp;
import plastron.core.circuit.CurrentDrive;
import plastron.core.ledger.Departure;
import plastron.core.ledger.LedgerOracle;
import plastron.core.ledger.LedgerPart;
import plastron.core.neuron.SrmState;
import plastron.core.source.PoissonSource;
import plastron.export.nir.node.NirSteps;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.rate.kind.NmRnn;

/** Papers and reference programs of networks, rules and gradients. */
public final class ModelLedger implements LedgerPart {

  /** For the service loader. */
  public ModelLedger() {}

  @Override
  public List<LedgerOracle> oracles() {
    return List.of(
        new LedgerOracle(
            "SpikePropamine paper",
            "Schmidgall et al. 2021, doi 10.3389/fnbot.2021.629210",
            List.of(),
            "gradients by hand against derived ones",
            "PaperAdjointTest.oja"),
        new LedgerOracle(
            "PyTorch programs of spiking networks",
            "reference programs in double with automatic gradients, one equation a line; a second"
                + " program in NumPy agrees",
            List.of("plasticity", "graph"),
            "potentials, spikes, traces, losses and gradients, to rounding",
            "GraphKindTest.aGraphIsTheOtherProgramsGraph"),
        new LedgerOracle(
            "PyTorch programs of rate networks",
            "reference programs in double with automatic gradients; a second program in NumPy"
                + " agrees",
            List.of("rate/block"),
            "outputs, states and gradients, to rounding",
            "RateBlockKindTest.aBlockIsTheOtherProgramsBlock"),
        new LedgerOracle(
            "NEST",
            "3.10 (development version), double precision, steps of 0.1 ms; a second program agrees"
                + " on the small networks",
            List.of("simulation/tiny_network", "simulation/reference_networks"),
            "every spike of small networks, potentials and weights to 1e-10, precise times to 1e-9"
                + " ms; rates and variability of large ones",
            "TinyNetworkKindTest.aNetworkIsThatOfNest"));
  }

  @Override
  public List<Class<?>> departing() {
    return Stream.<Class<?>>concat(
            Stream.of(
                SrmState.class,
                PlasticGraph.class,
                IafCondExp.class,
                AeifCondExp.class,
                CurrentDrive.class,
                PoissonSource.class),
            Stream.concat(
                Catalogue.families().stream()
                    .<Class<?>>map(RuleFamily::getClass)
                    .filter(family -> family.getAnnotationsByType(Departure.class).length > 0),
                Stream.of(NmRnn.class, NirSteps.class)))
        .toList();
  }
}
