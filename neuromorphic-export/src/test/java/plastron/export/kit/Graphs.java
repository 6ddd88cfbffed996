package plastron.export.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import plastron.core.network.Population;
import plastron.export.contract.RandomNetworks;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** Models of several populations and projections. They shrink to fewer of both. */
public final class Graphs {

  private Graphs() {}

  /** Networks in the form of a {@link FixedPointChip}, rules of all kinds among them. */
  public static Arbitrary<PlasticModel> any() {
    return inForm(FixedPointChip.FORM);
  }

  /** Networks in the form of a chip. */
  public static Arbitrary<PlasticModel> inForm(HardwareForm form) {
    return Arbitraries.fromGenerator(
        random ->
            new ShrinkableModel(
                RandomNetworks.draw(random.nextInt(Integer.MAX_VALUE), form).model()));
  }

  private record ShrinkableModel(PlasticModel value) implements Shrinkable<PlasticModel> {

    @Override
    public Stream<Shrinkable<PlasticModel>> shrink() {
      List<PlasticProjection> projections = value.graph().projections();
      List<Population> populations = value.graph().populations();
      Stream<Supplier<PlasticModel>> simpler =
          Stream.concat(
              IntStream.range(0, projections.size())
                  .mapToObj(p -> () -> value.withProjections(without(projections, p))),
              IntStream.range(0, populations.size())
                  .mapToObj(p -> () -> withPopulations(without(populations, p))));
      return simpler.flatMap(made -> valid(made).stream()).map(ShrinkableModel::new);
    }

    private PlasticModel withPopulations(List<Population> fewer) {
      PlasticGraph graph = value.graph();
      return value.with(graph.withPopulations(fewer));
    }

    @Override
    public ShrinkingDistance distance() {
      PlasticGraph graph = value.graph();
      return ShrinkingDistance.of(graph.projections().size() + graph.populations().size());
    }
  }

  private static <T> List<T> without(List<T> all, int index) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(index);
    return rest;
  }

  private static Optional<PlasticModel> valid(Supplier<PlasticModel> simpler) {
    try {
      return Optional.of(simpler.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
