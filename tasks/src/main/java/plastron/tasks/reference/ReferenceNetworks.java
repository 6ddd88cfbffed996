package plastron.tasks.reference;

import java.util.List;
import java.util.stream.Collectors;

/** All of them. */
public final class ReferenceNetworks {

  /** The networks, in the order of the file. */
  public static final List<BenchmarkNetwork> ALL =
      List.of(
          Brunel.network("brunel_12500", 2500, false, 10_000),
          Brunel.network("brunel_2500", 500, false, 60_000),
          VogelsAbbott.abbott("coba_va2005"),
          VogelsAbbott.brette("coba_brette2007"),
          VogelsAbbott.currents("cuba_brette2007"),
          Microcircuit.network("potjans_diesmann_10pct"),
          Brunel.network("brunel_12500_stdp", 2500, true, 1000));

  private ReferenceNetworks() {}

  /** The network of a name; throws {@link IllegalArgumentException} if there is none. */
  public static BenchmarkNetwork named(String name) {
    return ALL.stream()
        .filter(n -> n.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Network (%s) must be one of %s."
                        .formatted(
                            name,
                            ALL.stream()
                                .map(BenchmarkNetwork::name)
                                .collect(Collectors.joining(", ")))));
  }
}
