package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImagePopulation;
import plastron.export.predict.StatedError;
import plastron.export.profile.ChipProfile;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.resource.Usage;
import plastron.export.stage.MappedModel;
import plastron.export.stage.Outline;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.PlacedModel.Placement;

/** Puts what the profile made and what the compiler knows into one image. */
final class AssembleImage {

  private AssembleImage() {}

  static ChipImage assemble(
      PlacedModel<?> placed,
      MappedModel mapped,
      List<StatedError> errors,
      ChipProfile<?, ?> profile,
      Diagnostics diagnostics) {
    diagnostics.throwIfRefused();
    Outline outline = placed.source().outline();
    List<ImageCore> cores =
        placed.placements().stream()
            .map(
                p ->
                    new ImageCore(
                        p.chip(),
                        p.core(),
                        p.slice().population(),
                        p.slice().from(),
                        p.slice().to(),
                        p.slice().demand()))
            .toList();
    return new ChipImage(
        profile.name(),
        outline.model(),
        populations(outline),
        outline.signals(),
        outline.updateInterval(),
        outline.options().seed(),
        mapped.integers(),
        mapped.layers(),
        cores,
        usages(placed.placements(), profile.limits()),
        diagnostics.all(),
        placed.source().calibration(),
        errors,
        provenance(outline));
  }

  private static Map<String, String> provenance(Outline outline) {
    Map<String, String> provenance = new LinkedHashMap<>(outline.provenance());
    provenance.putAll(outline.options().provenance());
    return provenance;
  }

  private static List<ImagePopulation> populations(Outline outline) {
    return IntStream.range(0, outline.sizes().size())
        .mapToObj(
            p ->
                new ImagePopulation(
                    outline.populations().get(p),
                    outline.sizes().get(p),
                    outline.sources().contains(p)))
        .toList();
  }

  private static List<Usage> usages(List<Placement> placements, List<Limit> limits) {
    Map<Integer, Demand> chips = new HashMap<>();
    placements.forEach(p -> chips.merge(p.chip(), p.slice().demand(), Demand::plus));
    List<Demand> cores = placements.stream().map(p -> p.slice().demand()).toList();
    List<Usage> usages = new ArrayList<>();
    for (Limit limit : limits) {
      if (limit.scope() != Scope.ITEM) {
        var demands = limit.scope() == Scope.CORE ? cores : chips.values();
        long most = demands.stream().mapToLong(d -> d.of(limit.name())).max().orElse(0);
        usages.add(new Usage(limit, most, cores.stream().mapToLong(d -> d.of(limit.name())).sum()));
      }
    }
    return usages;
  }
}
