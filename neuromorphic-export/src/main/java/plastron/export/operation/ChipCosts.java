package plastron.export.operation;

import java.util.List;

/**
 * What an image costs by spike, step and interval.
 *
 * @param layers in the order of the image
 * @param figures published energies; none where none is confirmed
 */
public record ChipCosts(List<LayerCosts> layers, List<EnergyFigure> figures) {

  public ChipCosts {
    layers = List.copyOf(layers);
    figures = List.copyOf(figures);
  }
}
