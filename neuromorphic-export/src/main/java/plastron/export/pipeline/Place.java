package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.CoreGrid;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.stage.PartitionedModel;
import plastron.export.stage.PartitionedModel.Slice;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.PlacedModel.Placement;

/**
 * Gives every part a core of its own, in order; starts a new chip when cores or memory of one are
 * used up.
 */
final class Place {

  private Place() {}

  static <P> PlacedModel<P> place(
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
      diagnostics.refuse(
          profile.codePrefix() + "-CORES",
          "model " + model.source().outline().model(),
          "needs %d cores on %d chips, there are %d cores on %d."
              .formatted(placements.size(), chip + 1, grid.total(), grid.chips()),
          "Maybe make the populations smaller.");
    }
    diagnostics.throwIfRefused();
    return new PlacedModel<>(model.source(), placements);
  }

  private static void refuseIfTooLargeForAChip(
      PartitionedModel<?> model, Slice slice, ChipProfile<?, ?> profile, Diagnostics diagnostics) {
    slice
        .demand()
        .exceeded(profile.limits(), Scope.CHIP)
        .ifPresent(limit -> refuse(model, slice, limit, profile.codePrefix(), diagnostics));
  }

  private static void refuse(
      PartitionedModel<?> model, Slice slice, Limit limit, String prefix, Diagnostics diagnostics) {
    diagnostics.refuse(
        prefix + "-CHIP-" + limit.name().toUpperCase(Locale.ROOT).replace('_', '-'),
        "population " + model.source().outline().populations().get(slice.population()),
        "a part of it needs %d %s, there are %s."
            .formatted(slice.demand().of(limit.name()), limit.unit(), limit.describe()),
        "Maybe make it smaller.");
  }
}
