package plastron.loihi.profile;

import java.util.List;
import plastron.core.ledger.LedgerOracle;
import plastron.core.ledger.LedgerPart;
import plastron.loihi.arithmetic.ChipWeights;
import plastron.loihi.arithmetic.CurrentRegister;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.OptimizedWeights;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.emulator.Lif;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.netx.NetxFile;
import plastron.loihi.random.SeededRandom;
import plastron.loihi.rule.RuleParser;

/** Simulators and files of Loihi, and where this module does otherwise. */
public final class LoihiLedger implements LedgerPart {

  private static final String VECTORS = "VectorsTest.agreesWithTheReference";
  private static final String BITS = "every integer of every step";

  /** For the service loader. */
  public LoihiLedger() {}

  @Override
  public List<LedgerOracle> oracles() {
    return List.of(
        new LedgerOracle(
            "Lava",
            "0.11.0.dev0, commit b6822fbc: bit-accurate Dense and LIF, learning engine in fixed"
                + " point, rule parser",
            List.of(
                "loihi/lif",
                "loihi/network",
                "loihi/learning",
                "loihi/closed_loop",
                "loihi/rule_parser"),
            BITS + ", with the random numbers that it drew",
            VECTORS),
        new LedgerOracle(
            "Brian2Loihi",
            "commit 9ac5842e on Brian 2.5.1 (Michaelis et al. 2022, doi 10.3389/fninf.2022.1015624,"
                + " against Loihi 1 silicon)",
            List.of("loihi/lif_brian2loihi"),
            BITS,
            VECTORS),
        new LedgerOracle(
            "nengo-loihi",
            "1.1.1.dev0, commit e564f66e: limits of a core, memory, biases, decays, wraps",
            List.of("loihi/quantization"),
            "every entry of its tables and of Lava's",
            VECTORS),
        new LedgerOracle(
            "netx (lava-dl)",
            "commit d825ac50, on Lava",
            List.of("loihi/netx", "loihi/netx-file"),
            "spikes of every layer and step",
            VECTORS),
        new LedgerOracle(
            "NIR",
            "commit 7232ada6: a network of Lava as a graph",
            List.of("loihi/nir"),
            "spikes of every step",
            "FileKindsTest.agreesWithTheReference"));
  }

  @Override
  public List<Class<?>> departing() {
    return List.of(
        CurrentRegister.class,
        LearningScale.class,
        ChipWeights.class,
        TraceImpulse.class,
        OptimizedWeights.class,
        Lif.class,
        LoihiArithmetic.class,
        LearningEngine.class,
        TraceParameters.class,
        SeededRandom.class,
        RuleParser.class,
        NetxFile.class,
        LoihiProfile.class);
  }
}
