package plastron.export.stage;

import java.util.List;

/**
 * A model whose rules the chip can run.
 *
 * @param source the model
 * @param layers its layers with what their rules become
 * @param <R> the profile's type for a rule on the chip
 */
public record LegalModel<R>(ValidModel source, List<LegalLayer<R>> layers) {
  public LegalModel {
    layers = List.copyOf(layers);
  }
}
