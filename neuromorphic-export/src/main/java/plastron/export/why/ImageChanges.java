package plastron.export.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;

/** What a written image says otherwise than its model compiles to. */
final class ImageChanges {

  private final List<String> changes = new ArrayList<>();

  private ImageChanges() {}

  /** A few words for everything that differs, in the order of layers. */
  static List<String> of(ChipImage written, ChipImage compiled) {
    ImageChanges found = new ImageChanges();
    found.value("update interval", compiled.updateInterval(), written.updateInterval());
    for (int l = 0; l < compiled.layers().size(); l++) {
      found.layer(written.layers().get(l), compiled.layers().get(l));
    }
    return List.copyOf(found.changes);
  }

  private void layer(ImageLayer written, ImageLayer compiled) {
    String layer = "layer %s, ".formatted(compiled.name());
    numbers(layer, compiled.integers(), written.integers());
    numbers(layer, compiled.reals(), written.reals());
    for (int k = 0; k < Math.max(compiled.program().size(), written.program().size()); k++) {
      value(layer + "program", line(compiled, k), line(written, k));
    }
    for (QuantizedArray array : compiled.arrays()) {
      if (!written.hasArray(array.name())) {
        value(layer + array.name(), "there", null);
      } else {
        long others = others(array.values(), written.array(array.name()).values());
        if (others > 0) {
          changes.add("%s%s: %d numbers are others".formatted(layer, array.name(), others));
        }
      }
    }
  }

  private <T> void numbers(String layer, Map<String, T> compiled, Map<String, T> written) {
    Set<String> names = new TreeSet<>(compiled.keySet());
    names.addAll(written.keySet());
    for (String name : names) {
      value(layer + name, compiled.get(name), written.get(name));
    }
  }

  private void value(String what, @Nullable Object compiled, @Nullable Object written) {
    if (!Objects.equals(compiled, written)) {
      changes.add("%s: %s, compiled %s".formatted(what, said(written), said(compiled)));
    }
  }

  private static Object said(@Nullable Object value) {
    return value == null ? "nothing" : value;
  }

  private static String line(ImageLayer layer, int k) {
    return k < layer.program().size() ? layer.program().get(k) : "nothing";
  }

  private static long others(int[][] compiled, int[][] written) {
    long others = 0;
    for (int j = 0; j < compiled.length; j++) {
      for (int i = 0; i < compiled[j].length; i++) {
        boolean same =
            j < written.length && i < written[j].length && written[j][i] == compiled[j][i];
        others += same ? 0 : 1;
      }
    }
    return others;
  }
}
