package plastron.spinnaker.conformance;

import java.util.List;
import plastron.core.ledger.LedgerOracle;
import plastron.core.ledger.LedgerPart;
import plastron.spinnaker.emulator.LifPopulation;
import plastron.spinnaker.fixed.SpinnakerRegister;
import plastron.spinnaker.plasticity.PlasticKernel;

/** What SpiNNaker's emulator is held against, and where it does otherwise. */
public final class SpinnakerLedger implements LedgerPart {

  private static final String VECTORS = "ReferenceFilesTest.everyNumberAgrees";

  /** For the service loader. */
  public SpinnakerLedger() {}

  @Override
  public List<LedgerOracle> oracles() {
    return List.of(
        new LedgerOracle(
            "sPyNNaker",
            "release 7.1: its C kernels compiled for the chip's processor and run in a processor"
                + " emulator; no chip",
            List.of("spinnaker/lif", "spinnaker/exponentials"),
            "every integer of every step",
            VECTORS),
        new LedgerOracle(
            "Plastron's kernels",
            "our own proposal of the differentiable rules in integers, and its reference data",
            List.of("spinnaker/plasticity"),
            "every integer of every interval",
            VECTORS));
  }

  @Override
  public List<Class<?>> departing() {
    return List.of(LifPopulation.class, SpinnakerRegister.class, PlasticKernel.class);
  }
}
