package plastron.export.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.CoreGrid;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.resource.Usage;
import plastron.export.stage.PartitionedModel;
import plastron.export.stage.PartitionedModel.Slice;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.PlacedModel.Placement;

/**
 * Gives every part a core of its own, in order; starts a new chip when cores or memory of one are
 * used up.
 */
public final class Place {

  private Place() {}

  public static <P> PlacedModel<P> place(
      PartitionedModel<P> model, ChipProfile<?, P> profile, Diagnostics diagnostics) {
    CoreGrid grid = profile.cores();
    List<Placement> placements = new ArrayList<>();
    int chip = 0;
    int core = 0;
    Demand onChip = Demand.NONE;
    for (Slice slice : model.slices()) {
      boolean fits = onChip.plus(slice.demand()).exceeded(profile.limits(), Scope.CHIP).isEmpty();
      if (core > 0 && (core == grid.coresPerChip() || !fits)) {
        chip++;
        core = 0;
        onChip = Demand.NONE;
      }
      if (slice.from() == 0) {
        refuseIfTooLargeForAChip(model, slice, profile, diagnostics);
      }
      placements.add(new Placement(chip, core, slice));
      onChip = onChip.plus(slice.demand());
      core++;
    }
    if (chip >= grid.chips()) {
      refuseCores(model, placements, profile, diagnostics);
    }
    diagnostics.throwIfRefused();
    return new PlacedModel<>(model.source(), placements);
  }

  /** Says which population takes most cores, for want of what, and how much of it would fit. */
  private static <P> void refuseCores(
      PartitionedModel<P> model,
      List<Placement> placements,
      ChipProfile<?, P> profile,
      Diagnostics diagnostics) {
    CoreGrid grid = profile.cores();
    Map<Integer, List<Slice>> parts =
        model.slices().stream().collect(Collectors.groupingBy(Slice::population));
    List<Slice> largest =
        parts.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    int each = largest.stream().mapToInt(s -> s.to() - s.from()).max().orElseThrow();
    int size = largest.getLast().to();
    // On the last chip there is the last core; those before may have been left for want of memory.
    int usable = (int) placements.stream().filter(p -> p.chip() < grid.chips()).count();
    int left = usable - (placements.size() - largest.size());
    diagnostics.refuse(
        profile.codePrefix() + "-CORES",
        "model " + model.source().outline().model(),
        "needs %d cores on %d chips, there are %d cores on %d: %d too few. Population %s takes %d of them: one holds at most %d of its %d neurons, %s."
            .formatted(
                placements.size(),
                placements.getLast().chip() + 1,
                grid.total(),
                grid.chips(),
                placements.size() - usable,
                model.source().outline().populations().get(largest.getFirst().population()),
                largest.size(),
                each,
                size,
                fullest(largest.getFirst().demand(), profile.limits())),
        left > 0
            ? "Maybe make it smaller: %d neurons would fit beside the others."
                .formatted((long) each * left)
            : "Maybe make the populations smaller.");
  }

  /** The resource that a part takes most of. */
  private static String fullest(Demand demand, List<Limit> limits) {
    Usage fullest = demand.fullest(limits, Scope.CORE).orElseThrow();
    return "which take %d of %d %s"
        .formatted(fullest.used(), fullest.limit().value(), fullest.limit().unit());
  }

  private static <P> void refuseIfTooLargeForAChip(
      PartitionedModel<P> model, Slice slice, ChipProfile<?, P> profile, Diagnostics diagnostics) {
    slice
        .demand()
        .exceeded(profile.limits(), Scope.CHIP)
        .ifPresent(limit -> refuse(model, slice, limit, profile, diagnostics));
  }

  private static <P> void refuse(
      PartitionedModel<P> model,
      Slice slice,
      Limit limit,
      ChipProfile<?, P> profile,
      Diagnostics diagnostics) {
    long needed = slice.demand().of(limit.name());
    Fitting<P> population = new Fitting<>(model.source().into(slice.population()), 1, profile);
    int fitting = population.neurons(Scope.CHIP);
    diagnostics.refuse(
        profile.codePrefix() + "-" + limit.code(),
        "population " + model.source().outline().populations().get(slice.population()),
        "a part of it (%d neurons) needs %d %s, there are %s: %d too few."
            .formatted(
                slice.to() - slice.from(),
                needed,
                limit.unit(),
                limit.describe(),
                needed - limit.value()),
        fitting > 0
            ? "Maybe make it smaller: %d neurons fit.".formatted(fitting)
            : population.instead(Scope.CHIP));
  }
}
