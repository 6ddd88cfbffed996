package plastron.export.stage;

import java.util.List;
import plastron.export.stage.PartitionedModel.Slice;

/**
 * A model whose parts have a place.
 *
 * @param source the model
 * @param placements a core for every slice, in the order of the slices
 * @param <P> the profile's type for a program
 */
public record PlacedModel<P>(QuantizedModel<P> source, List<Placement> placements) {

  public PlacedModel {
    placements = List.copyOf(placements);
  }

  /**
   * A slice on its core.
   *
   * @param chip index of the chip, from 0
   * @param core index of the core among those of its chip that programs may use, from 0
   * @param slice what runs there
   */
  public record Placement(int chip, int core, Slice slice) {}
}
