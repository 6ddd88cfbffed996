package plastron.export.nir.write;

import java.util.List;
import plastron.export.diagnostic.RefusalCode;
import plastron.export.diagnostic.RefusalCodes;

/** What models NIR files cannot hold. */
public final class NirCodes implements RefusalCodes {

  private static final String NODES = "nodes of NIR 1.0";
  private static final String OWN = "write a file of Plastron's own: `--format plastron`";

  /** For the service loader. */
  public NirCodes() {}

  @Override
  public String title() {
    return "NIR files";
  }

  @Override
  public List<RefusalCode> codes() {
    return List.of(
        code("N-MODULE", "rate blocks", NODES, OWN, "rateBlocks"),
        code(
            "N-WEIGHT",
            "effective weights of the start that single precision does not hold",
            "3.4e38, the largest float",
            "train with smaller weights",
            "weightsThatNoFloatHolds"),
        code(
            "N-REFRACTORY",
            "neurons that are held after a spike",
            "0 steps; " + NODES,
            "train with refractory = 0",
            "refractorySteps"),
        code("N-ADAPTIVE", "thresholds that follow spikes", NODES, "use lif neurons", "neurons"),
        code("N-SRM", "spike response neurons", NODES, "train with `--hardware`", "neurons"),
        code(
            "N-TIMING",
            "rules that single spikes drive",
            "rules that act at the ends of windows; schema nir-plasticity/1",
            OWN,
            "rulesOfSingleSpikes"),
        code(
            "N-DECAY",
            "populations in which only some neurons leak",
            "all or none; node CubaLIF or IF",
            "give those a population of their own",
            "leaks"),
        code(
            "N-KERNEL",
            "currents whose decay rounds to 1 in double precision",
            "a decay below 1, time constants up to about 1.8e16 steps",
            "choose a smaller time constant",
            "currentsThatDoNotDecay"),
        code(
            "N-TEXT",
            "names and rules that the file's texts cannot hold",
            "what HDF5 and `NormalFormFields` can write",
            "simplify rules and names",
            "texts"));
  }

  private static RefusalCode code(
      String code, String meaning, String limit, String wayOut, String test) {
    return new RefusalCode(code, meaning, limit, wayOut, "NirCodesTest." + test);
  }
}
