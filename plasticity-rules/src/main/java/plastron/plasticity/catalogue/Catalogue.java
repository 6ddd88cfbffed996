package plastron.plasticity.catalogue;

import java.util.List;
import java.util.Optional;
import plastron.plasticity.catalogue.timing.Stdp;
import plastron.plasticity.catalogue.timing.StdpDopamine;
import plastron.plasticity.catalogue.timing.StdpTriplet;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;

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
          new NdpEligDecay(),
          new Stdp(),
          new StdpTriplet(),
          new StdpDopamine());

  private Catalogue() {}

  /** All rules, in the order in which documents list them. */
  public static List<RuleFamily> families() {
    return FAMILIES;
  }

  /** The rules that act at windows' ends alone, in the same order. */
  public static List<RuleFamily> windowed() {
    return FAMILIES.stream().filter(f -> !f.build(RuleOptions.paper()).isTimed()).toList();
  }

  /** The rules that change synapses, in the same order. */
  public static List<RuleFamily> plastic() {
    return FAMILIES.stream().filter(f -> f.build(RuleOptions.paper()).isPlastic()).toList();
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
