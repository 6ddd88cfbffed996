package plastron.export.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;

/**
 * An image that says something else than the one that was compiled, as a damaged or forged file
 * may: what chips and formats refuse, or must notice. Nothing is checked here.
 */
public final class ChangedImage {

  private final ChipImage original;
  private String profile;
  private List<ImagePopulation> populations;
  private SortedMap<String, Integer> signals;
  private int updateInterval;
  private List<ImageLayer> layers;

  private ChangedImage(ChipImage original) {
    this.original = original;
    profile = original.profile();
    populations = original.populations();
    signals = original.signals();
    updateInterval = original.updateInterval();
    layers = original.layers();
  }

  /** Begins with an image, which stays as it is. */
  public static ChangedImage of(ChipImage original) {
    return new ChangedImage(original);
  }

  /** For another chip, by name. */
  public ChangedImage profile(String other) {
    profile = other;
    return this;
  }

  /** With other populations. */
  public ChangedImage populations(List<ImagePopulation> other) {
    populations = other;
    return this;
  }

  /** With other signals. */
  public ChangedImage signals(SortedMap<String, Integer> other) {
    signals = other;
    return this;
  }

  /** With other windows. */
  public ChangedImage updateInterval(int other) {
    updateInterval = other;
    return this;
  }

  /** With other layers. */
  public ChangedImage layers(List<ImageLayer> other) {
    layers = other;
    return this;
  }

  /** With another layer in place of one. */
  public ChangedImage layer(int index, UnaryOperator<ImageLayer> change) {
    List<ImageLayer> others = new ArrayList<>(layers);
    others.set(index, change.apply(others.get(index)));
    return layers(others);
  }

  /** The image. */
  public ChipImage image() {
    return new ChipImage(
        profile,
        original.model(),
        populations,
        signals,
        updateInterval,
        original.seed(),
        original.settings(),
        original.integers(),
        layers,
        original.cores(),
        original.usages(),
        original.diagnostics(),
        original.calibration(),
        original.errors(),
        original.provenance());
  }

  /** A layer with another program and other numbers. */
  public static ImageLayer layer(
      ImageLayer layer,
      List<String> program,
      Map<String, Long> integers,
      List<QuantizedArray> arrays) {
    return new ImageLayer(
        layer.name(),
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        layer.rule(),
        program,
        integers,
        layer.reals(),
        arrays,
        layer.reset());
  }
}
