package plastron.plasticity.catalogue;

import java.util.List;
import java.util.Optional;
import plastron.plasticity.family.RuleFamily;

/** Every rule that Plastron ships. */
public final class Catalogue {

  private static final List<RuleFamily> FAMILIES =
      List.of(
          new Static(),
          new DpLinear(),
          new DpOja(),
          new DpOjaLocal(),
          new DpOjaClassic(),
          new DpBcm(),
          new DpBcmClassic(),
          new NdpLinear(),
          new NdpOja(),
          new NdpOjaLocal(),
          new NdpBcm(),
          new NdpElig(),
          new NdpEligDecay());

  private Catalogue() {}

  /** All rules, in the order in which documents list them. */
  public static List<RuleFamily> families() {
    return FAMILIES;
  }

  /** The names of all rules. */
  public static List<String> names() {
    return FAMILIES.stream().map(RuleFamily::name).toList();
  }

  /** The rule of this name, if there is one. */
  public static Optional<RuleFamily> find(String name) {
    return FAMILIES.stream().filter(f -> f.name().equals(name)).findFirst();
  }
}
